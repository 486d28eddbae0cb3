"""What a province keeps: agencies, partners, plans, tasks, reports. No files, lines or clock."""
