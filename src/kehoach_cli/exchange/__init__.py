"""Office files in and out: what people send in Word and Excel, and what is said about it."""
