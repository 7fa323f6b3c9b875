"""What managers get on paper and in files: the inspection sheet and the exports."""
