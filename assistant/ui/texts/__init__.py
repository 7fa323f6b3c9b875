"""The texts that go out to customers: changed on the left, read on the right."""
