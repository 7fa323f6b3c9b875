"""How the program looks: colours, type, icons, sounds and the small widgets windows share.

The one rule: no words here. Every text a person reads is handed in, already translated.
"""
