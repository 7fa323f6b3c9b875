"""What single texts mean: names, numbers, dates, cars, wishes."""
