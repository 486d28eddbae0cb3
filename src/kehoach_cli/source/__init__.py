"""YAML and text files in: values, where each stands, what is wrong with the file itself.

And changes of such texts (``edit``). Knows nothing of plans or tasks, and never writes a file.
"""
