"""Text: bytes to characters, folding for comparison, tokens and sentences; offsets always kept."""
