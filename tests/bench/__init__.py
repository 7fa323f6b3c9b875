"""Speed as ratios: this program and a bare one, measured in turn in the same run."""
