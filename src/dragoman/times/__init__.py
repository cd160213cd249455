"""Times: date expressions of running text, found and put on the calendar."""
