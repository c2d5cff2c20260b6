"""Endings that a name takes in a sentence, by language: "the Quills", "Nováka", "Kowalskiego", "Mannerheimin". In plain letters."""

ENDINGS: dict[str, tuple[str, ...]] = {
    "English": ("s", "es", "ian", "ite", "esque"),
    "Slavic": (
        "a", "u", "y", "i", "e", "o", "om", "em", "im", "ym", "ov", "ova", "ove", "ovi", "ovu", "ovy", "ovej", "ovou", "ovo", "ovu", "ev", "eva",
        "oy", "oi", "ou", "oyu", "ego", "ogo", "iego", "emu", "omu", "iemu", "ich", "ych", "ami", "ymi", "iej", "ej", "in", "ina", "ska", "skaya", "skiego",
    ),
    "Finnish and Estonian": ("n", "in", "lla", "lle", "lta", "ssa", "sta", "ta"),
    "Hungarian": ("t", "et", "ot", "nak", "nek", "val", "vel", "tol", "rol"),
    "Baltic": ("s", "as", "is", "us", "ai", "ui", "iene", "aite", "yte"),
    "Turkish": ("in", "un", "nin", "nun", "den", "dan", "de", "da", "ye", "ya"),
    "German": ("s", "n", "en", "er", "sche", "schen"),
}  # fmt: skip
ALL = tuple(
    sorted({ending for endings in ENDINGS.values() for ending in endings}, key=lambda ending: (-len(ending), ending))
)
