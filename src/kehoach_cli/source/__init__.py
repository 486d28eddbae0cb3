"""YAML and text files in: values, where each stands, what is wrong with the file itself.

Knows nothing of plans or tasks, and never writes.
"""
