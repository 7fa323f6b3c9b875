"""Settings: few, in words, each with an effect one can see at once; and the first start."""
