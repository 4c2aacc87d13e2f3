"""What the words of a label tell of the kind of a structure."""

import re

HEAD_NOUNS = {
    "muscle": "muscle", "muscles": "muscle-group", "musculature": "muscle-group",
    "tendon": "tendon", "ligament": "ligament", "aponeurosis": "aponeurosis",
    "fascia": "fascia", "septum": "septum", "membrane": "membrane", "cartilage": "cartilage",
    "joint": "joint", "capsule": "joint-part", "labrum": "joint-part", "meniscus": "joint-part",
    "nerve": "nerve", "plexus": "nerve-plexus", "vertebra": "vertebra", "artery": "artery",
    "arteries": "artery", "vein": "vein", "vessel": "vessel", "bone": "bone",
    "line": "line", "linea": "line", "lip": "line", "border": "line", "margin": "line",
    "edge": "line", "tubercle": "bone-part", "tuberosity": "bone-part", "condyle": "bone-part",
    "epicondyle": "bone-part", "epiphysis": "bone-part", "diaphysis": "bone-part",
    "crest": "bone-part", "sulcus": "bone-part", "compartment": "compartment",
    "bursa": "bursa", "raphe": "ligament", "ossicle": "bone", "skeleton": "skeleton",
}


def head_noun(label):
    """Return the head noun of a label: the last word before of/to/in, brackets aside.

    When that is "part", the head noun of what it is a part of (part of a ligament: ligament).
    """
    text = re.sub(r"\([^)]*\)", "", label.lower())
    words = re.split(r" (?:of|to|in|for|between|with) |,", text)
    return words[1 if words[0].endswith("part") and len(words) > 1 else 0].split()[-1]


def head_noun_kind(label):
    """Return the kind that the head noun of a label stands for, or None."""
    if label.lower().startswith("capillary plexus"):
        return None
    return "line" if label.lower().startswith("linea ") else HEAD_NOUNS.get(head_noun(label))


def vessel_kind(names):
    """Return artery or vein by the word that one of the names holds, the first first, or None."""
    for name in names:
        if re.search(r"\barter(y|ies|ial)\b", name.lower()):
            return "artery"
        if re.search(r"\b(vein|veins|venous)\b", name.lower()):
            return "vein"
    return None


def is_branch(name):
    """Say whether a name is that of a branch or ramus of a nerve or a vessel."""
    head = name.lower().split(" of ")[0]
    is_part = re.search(r"\b(branch|ramus)$", head)
    return bool(is_part and re.search(r"nerve|arter|vein", name))
