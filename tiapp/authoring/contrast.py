"""Whether a picture has light and dark places far enough apart to be made out."""

import warnings
from pathlib import Path

ENOUGH = 3.0
_POINTS_LOOKED_AT = 8_000_000


def is_faint(path: Path) -> bool:
    """True when hardly anything in the picture stands out, False when it does or cannot be told.

    The darkest and the lightest hundredth are left out as specks. Very large pictures are not
    unpacked for this.
    """
    # late: most modules have no picture
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as picture:
                if picture.width * picture.height > _POINTS_LOOKED_AT:
                    return False
                flat = Image.new("RGB", picture.size, "white")
                flat.paste(picture.convert("RGBA"), mask=picture.convert("RGBA").getchannel("A"))
                counts = flat.convert("L").histogram()
    except Exception:  # Pillow raises many kinds; the reader has said already what is wrong
        return False
    dark, light = _level(counts, 0.01), _level(counts, 0.99)
    return (_luminance(light) + 0.05) / (_luminance(dark) + 0.05) < ENOUGH


def _level(counts: list[int], share: float) -> int:
    """The grey below which this share of the points lies."""
    wanted, passed = share * sum(counts), 0
    for level, count in enumerate(counts):
        passed += count
        if passed > wanted:
            return level
    return len(counts) - 1


def _luminance(level: int) -> float:
    """Relative luminance of a grey (WCAG 2.2)."""
    part = level / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
