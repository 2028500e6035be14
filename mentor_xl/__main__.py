"""``python -m mentor_xl``: the same as the command ``mentor-xl``."""

from mentor_xl.cli import main

if __name__ == "__main__":
    main()
