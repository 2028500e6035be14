"""Letters into Word files: a .docx template compiled once, then each letter rendered from plain values."""
