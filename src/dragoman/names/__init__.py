"""Names: one name in many scripts."""
