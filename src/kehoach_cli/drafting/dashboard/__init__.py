"""The data behind ``kehoach dashboard``: every figure from ``Progress``, every row once."""
