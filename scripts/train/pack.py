"""The compact form of the model, which src/extract/forest.ts and src/extract/model.ts read."""

import base64
import gzip
import json
import os
import struct

import numpy as np

LEAF = 255
LEAF_STEPS = 127


def pack_forest(*boosters):
    """Trees of an XGBoost booster: header, cut table by feature, then every tree in preorder. See forest.ts. Of several
    boosters, the mean: their trees in turn, so that the first trees are the mean of each one's first trees."""
    dumps = [booster.get_dump(dump_format="json") for booster in boosters]
    trees = [json.loads(tree) for turn in zip(*dumps) for tree in turn]
    base = sum(base_margin(booster) for booster in boosters) / len(boosters)
    cuts, leaves, depth = {}, [], 0

    def visit(node, level):
        nonlocal depth
        depth = max(depth, level)
        if "leaf" in node:
            node["leaf"] /= len(boosters)
            leaves.append(node["leaf"])
            return
        cuts.setdefault(int(node["split"][1:]), set()).add(float(np.float32(node["split_condition"])))
        for child in node["children"]:
            visit(child, level + 1)

    for tree in trees:
        visit(tree, 0)
    features = max(cuts) + 1
    if features >= LEAF:
        raise ValueError("too many features")
    tables = [sorted(cuts.get(f, ())) for f in range(features)]
    scale = max(1e-9, max(abs(value) for value in leaves) / LEAF_STEPS)
    out = bytearray(struct.pack("<HBBff", len(trees), depth, features, base, scale))
    for table in tables:
        out += struct.pack("<B", len(table)) + struct.pack(f"<{len(table)}f", *table)
    places = [{cut: i for i, cut in enumerate(table)} for table in tables]

    def write(node):
        if "leaf" in node:
            out.extend(struct.pack("<Bb", LEAF, round(node["leaf"] / scale)))
            return
        feature = int(node["split"][1:])
        out.extend((feature, places[feature][float(np.float32(node["split_condition"]))]))
        # XGBoost goes to `yes` where the value is less than the cut; nothing is ever missing.
        children = {child["nodeid"]: child for child in node["children"]}
        write(children[node["yes"]])
        write(children[node["no"]])

    for tree in trees:
        write(tree)
    return bytes(out)


def base_margin(booster):
    """What the booster adds to the sum over its trees."""
    model = json.loads(bytes(booster.save_raw("json")))["learner"]
    score = json.loads(model["learner_model_param"]["base_score"])
    score = score[0] if isinstance(score, list) else score
    if model["objective"]["name"] == "binary:logistic":
        return float(np.log(score / (1 - score)))
    return float(score)


def pack_dictionary(hashes, scores):
    """Count u32; the hashes in rising order as unsigned numbers, each as its distance from the one before in 7-bit
    groups, low first; then the scores i8."""
    unsigned = hashes.view(np.uint32).astype(np.int64)
    order = unsigned.argsort()
    out = bytearray(struct.pack("<I", len(hashes)))
    before = 0
    for value in unsigned[order]:
        distance = int(value) - before
        before = int(value)
        while distance >= 128:
            out.append(128 | (distance & 127))
            distance >>= 7
        out.append(distance)
    return bytes(out) + scores[order].tobytes()


def write_model(folder, parts, features):
    """One TypeScript module of base64 texts."""
    os.makedirs(folder, exist_ok=True)
    lines = ["// Written by scripts/train/train.py: not to be edited by hand. docs/EXTRACTION.md says what it is.\n"]
    for name, data in parts.items():
        lines.append(f"export const {name}: string =\n  '{base64.b64encode(data).decode()}';\n")
    lines.append("/** The features that the forest of blocks was trained on, in order. */\n")
    lines.append("export const FEATURES_TRAINED: string =\n  '" + " ".join(features) + "';\n")
    with open(os.path.join(folder, "weights.ts"), "w") as file:
        file.write("\n".join(lines))
    sizes = ", ".join(f"{name} {len(data)}" for name, data in parts.items())
    packed = len(gzip.compress("\n".join(lines).encode(), 9))
    print(f"model: {sizes} bytes; the module gzipped {packed} bytes")
