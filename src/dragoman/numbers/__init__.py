"""Numbers: amounts of running text with what they count."""
