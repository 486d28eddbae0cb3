"""What an official document is: blocks, inlines, frame, tables and the text markup. No plans."""
