"""Plants faults in the rooms that decide what is true, and counts those that no test sees."""
