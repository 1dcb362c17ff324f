#!/usr/bin/env python3
"""Trains what src/model holds, and prints how it does on pages of domains that it has not seen.

    pip install xgboost numpy
    npm run build && node scripts/train/dump.mjs CORPUS OUT && python3 scripts/train/train.py OUT src/model

Five folds by registrable domain. In each, the blocks' scores of the tested fold come from a forest and a dictionary
that know nothing of it; the choice of threshold, the confidence and the page type are then cross-validated over these
scores with the same folds. The shipped forests are trained on all pages.
"""

import argparse
import json
import os
import time

import numpy as np
import xgboost as xgb

from pack import pack_dictionary, pack_forest, write_model

FOLDS = 5
TYPES = ["article", "documentation", "service", "forum", "collection", "listing", "product"]
#: Must agree with src/extract/choice.ts; the last candidate is the threshold of the greatest expected F1.
THRESHOLDS = [0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 1.01]
BINS = [0, 0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
#: Blocks that score less are kept by no candidate.
LEAST_SCORE = 0.6 * THRESHOLDS[0]
#: What a candidate may lose of the greatest expected F1.
MOST_LOSS = 0.03
#: Fewer kept words than the first, on a page of the second or more, where no threshold is expected to reach an F1 of the
#: third, are scraps.
SCRAPS, SCRAPS_PAGE, SCRAPS_EXPECTED = 100, 100, 0.35
CANDIDATE_FEATURES = 15 + len(BINS) - 1 + 21

BLOCK_PARAMETERS = dict(
    objective="binary:logistic", max_depth=6, eta=0.09, subsample=0.6, colsample_bytree=0.3, max_bin=32,
    reg_lambda=10, min_child_weight=10, tree_method="hist", nthread=1, seed=1,
)
BLOCK_TREES = 150
#: The forest of blocks may be the mean of several, with other seeds; their trees are then taken in turn.
MEMBERS = (BLOCK_PARAMETERS,)
#: A block whose log-odds are below this after so many trees is given up (src/extract/judge.ts): half of a page is.
EARLY_TREES = 45 * len(MEMBERS)
HOPELESS = -3.5
#: Blocks at the same place of repeated boxes score alike (src/extract/alike.ts).
LEAST_ALIKE, OWN_SHARE, SUREST = 3, 0.4, 1e-4
CHOICE_PARAMETERS = dict(
    objective="reg:squarederror", max_depth=4, eta=0.04, subsample=0.6, colsample_bytree=0.4, max_bin=32,
    reg_lambda=2, min_child_weight=40, tree_method="hist", nthread=1, base_score=0.0, seed=1,
)
CHOICE_TREES = 160
CONFIDENCE_PARAMETERS = dict(
    objective="reg:absoluteerror", max_depth=3, eta=0.05, subsample=0.6, colsample_bytree=0.3, max_bin=32,
    reg_lambda=2, min_child_weight=10, tree_method="hist", nthread=1, base_score=0.0, seed=1,
)
CONFIDENCE_TREES = 80
TYPE_PARAMETERS = dict(
    objective="multi:softprob", num_class=len(TYPES), max_depth=4, eta=0.12, subsample=0.7, colsample_bytree=0.4,
    max_bin=32, reg_lambda=2, tree_method="hist", nthread=1, base_score=0.0, seed=1,
)
TYPE_ROUNDS = 28
#: Blocks of few words are many and weigh little: this share of them is trained on, at a weight that makes up for it.
SAMPLING = ((3, 0.2), (10, 0.5))


class Data:
    def __init__(self, folder):
        read = lambda name, kind: np.fromfile(os.path.join(folder, name), dtype=kind)
        self.folder = folder
        self.meta = json.load(open(os.path.join(folder, "meta.json")))
        pages = self.meta["pages"]
        self.features = self.meta["features"]
        self.pages = len(pages)
        self.blocks = np.array([p["blocks"] for p in pages])
        self.at = np.concatenate([[0], np.cumsum(self.blocks)])
        self.rows = int(self.at[-1])
        self.x = read("features.f32", np.float32).reshape(self.rows, len(self.features))
        self.columns = np.array(self.meta["dictionaryColumns"])
        self.y = read("labels.f32", np.float32)
        self.words = read("words.f32", np.float32)
        # What the library itself counts as words: choices in training and inference see the same numbers.
        self.counted = np.ascontiguousarray(self.x[:, self.features.index("words")])
        self.lengths = read("stream-lengths.i32", np.int32)
        stream, truth = read("stream.i32", np.int32), read("truth.i32", np.int32)
        self.truth_words = np.array([p["truth"] for p in pages])
        self.fold = np.array([p["fold"] for p in pages])
        self.type = np.array([TYPES.index(p["type"]) for p in pages])
        self.row_fold = np.repeat(self.fold, self.blocks)
        page_words = np.array([p["words"] for p in pages])
        stream_at = np.concatenate([[0], np.cumsum(page_words)])
        truth_at = np.concatenate([[0], np.cumsum(self.truth_words)])
        self.local, self.truth_counts = [], []
        for i in range(self.pages):
            s = stream[stream_at[i]:stream_at[i + 1]]
            t = truth[truth_at[i]:truth_at[i + 1]]
            unique, inverse = np.unique(np.concatenate([s, t]), return_inverse=True)
            self.local.append(inverse[:len(s)])
            self.truth_counts.append(np.bincount(inverse[len(s):], minlength=len(unique)))
        # The library scores no block without words, nor a `<noscript>` that is not the page (see judge.ts).
        noscript = self.x[:, self.features.index("zone_noscript")] == 1
        self.eligible = (self.counted > 0) & ~noscript
        for i in range(self.pages):
            rows = self.range(i)
            if (self.counted[rows] * noscript[rows]).sum() >= 0.4 * self.counted[rows].sum():
                self.eligible[rows] = self.counted[rows] > 0
        # Copies of a block before, by its place on the page (src/extract/repeats.ts).
        self.twin = read("twins.i32", np.int32)
        self.alike = read("alike.i32", np.int32)
        self.heading = self.x[:, self.features.index("headingLevel")] > 0
        # A word weighs what it moves the page's F1 by.
        self.weight = 1000 * self.words / np.repeat(self.truth_words + 0.3 * page_words + 30, self.blocks)

    def range(self, page):
        return slice(self.at[page], self.at[page + 1])

    def f1(self, page, kept):
        """Bag-of-words F1 of a page's kept blocks, as the benchmark counts it."""
        chosen = self.local[page][np.repeat(kept, self.lengths[self.range(page)])]
        n, t = len(chosen), self.truth_words[page]
        if n == 0 or t == 0:
            return 1.0 if n == t else 0.0
        counts = self.truth_counts[page]
        return 2 * np.minimum(np.bincount(chosen, minlength=len(counts)), counts).sum() / (n + t)

    def sample(self, random):
        share = np.ones(self.rows, np.float32)
        for words, kept in reversed(SAMPLING):
            share[self.words <= words] = kept
        return (random.random(self.rows) < share) & (self.words > 0), share


def report(data, name, scores):
    scores = np.asarray(scores)
    types = " ".join(f"{t[:4]} {scores[data.type == i].mean():.3f}" for i, t in enumerate(TYPES))
    folds = " ".join(f"{scores[data.fold == k].mean():.3f}" for k in range(FOLDS))
    print(f"{name:26s} {scores.mean():.4f} | {types} | folds {folds}", flush=True)


def predict_blocks(forests, x):
    def odds(trees):
        return sum(forest.inplace_predict(x, iteration_range=(0, trees // len(forests)), predict_type="margin")
                   for forest in forests) / len(forests)

    early = odds(EARLY_TREES)
    return 1 / (1 + np.exp(-np.where(early < HOPELESS, early, odds(BLOCK_TREES * len(forests)))))


def drop_twins(data, scores):
    """As `dropTwins` in src/extract/repeats.ts."""
    scores = scores.copy()
    first = np.repeat(data.at[:-1], data.blocks)
    for b in np.flatnonzero(data.twin >= 0):
        a = first[b] + data.twin[b]
        second = scores[b] > scores[a] if data.heading[a] == data.heading[b] else data.heading[b]
        scores[a if second else b] = 0
    return scores


def even_scores(data, scores):
    """As `evenScores` in src/extract/alike.ts."""
    concerned = np.flatnonzero((data.alike >= 0) & (scores > 0))
    first = np.repeat(data.at[:-1], data.blocks)[concerned] + data.alike[concerned]
    p = np.clip(scores[concerned].astype(np.float64), SUREST, 1 - SUREST)
    odds = np.log(p / (1 - p))
    counts = np.bincount(first, minlength=data.rows)
    means = np.bincount(first, weights=odds, minlength=data.rows) / np.maximum(1, counts)
    many = counts[first] >= LEAST_ALIKE
    result = scores.copy()
    moved = OWN_SHARE * odds + (1 - OWN_SHARE) * means[first]
    result[concerned[many]] = 1 / (1 + np.exp(-moved[many]))
    return result


def train_blocks(data, x, rows, random):
    sampled, share = data.sample(random)
    trained = sampled & rows
    matrix = xgb.QuantileDMatrix(
        x[trained], label=data.y[trained], weight=(data.weight / share)[trained], max_bin=32)
    return [xgb.train(parameters, matrix, BLOCK_TREES) for parameters in MEMBERS]


def block_scores(data):
    """Each block's score by a forest that has not seen its fold."""
    scores = np.zeros(data.rows, np.float32)
    random = np.random.default_rng(1)
    for k in range(FOLDS):
        x = data.x.copy()
        columns = np.fromfile(os.path.join(data.folder, f"dictionary-columns-{k}.f32"), dtype=np.float32)
        x[:, data.columns] = columns.reshape(data.rows, len(data.columns))
        tested = data.row_fold == k
        x[tested] = data.x[tested]
        scores[tested] = predict_blocks(train_blocks(data, x, ~tested, random), x[tested])
    return even_scores(data, drop_twins(data, scores * data.eligible))


def describe_kept(data, page, p, thresholds):
    """What the blocks are like that each threshold keeps, as `describeKept` in src/extract/choice.ts."""
    rows = data.range(page)
    w = data.counted[rows].astype(np.float64)
    worded = w > 0
    w, p = w[worded], p[worded]
    x = data.x[rows][worded]
    column = lambda name: x[:, data.features.index(name)].astype(np.float64)
    level, money = column("headingLevel"), column("currencies")
    links = np.rint(column("linkDensity") * w)
    group, d70, container = (w * (column(name) > 0) for name in ("groupMembers", "inD70", "inContainer"))
    places = np.flatnonzero(worded)
    blocks = data.blocks[page]
    result = np.zeros((len(thresholds), 21), np.float32)
    for c, t in enumerate(thresholds):
        m = p >= t
        kept = max(1, w[m].sum())
        count = m.sum()
        runs = (m[1:] & ~m[:-1]).sum() + m[:1].sum()
        first, last, gaps = -1, -1, 0
        if count > 0:
            a, z = np.flatnonzero(m)[[0, -1]]
            first, last = places[a] / blocks, (places[z] + 1) / blocks
            gaps = 1 - w[m].sum() / max(1, w[a:z + 1].sum())
        result[c] = [
            links[m].sum() / kept, group[m].sum() / kept, group[m].sum() / max(1, group.sum()), d70[m].sum() / kept,
            d70[m].sum() / max(1, d70.sum()), container[m].sum() / kept, w[m & (level > 0)].sum() / kept,
            money[m].sum(), money[m].sum() / max(1, money.sum()), column("stops")[m].sum() / kept, runs,
            runs / max(1, count), gaps, first, last, w[(p < t) & (p >= t * 0.6)].sum() / kept,
            w[m & (p < t + (1 - t) * 0.4)].sum() / kept, w[m].max() if count else 0, kept / max(1, count),
            (m & (level == 1)).any(), links[m].sum() / max(1, links.sum())]
    return result


def candidates(data, scores):
    """Features of every page's candidates for the threshold, and the F1 that each reaches."""
    n = len(THRESHOLDS) + 1
    rows = np.zeros((data.pages, n, CANDIDATE_FEATURES), np.float32)
    reached = np.zeros((data.pages, n))
    for i in range(data.pages):
        p, w = scores[data.range(i)].astype(np.float64), data.counted[data.range(i)].astype(np.float64)
        words, mass = w.sum(), (w * p).sum()
        order = np.argsort(-p, kind="stable")[:(p >= LEAST_SCORE).sum()]
        kept, hit = np.cumsum(w[order]), np.cumsum((w * p)[order])
        expected = 2 * hit / np.maximum(1e-9, kept + mass)
        best = int(np.argmax(expected)) if len(order) else -1
        threshold, greatest = (p[order[best]], expected[best]) if best >= 0 and expected[best] > 0 else (1.01, 0)
        doubt = (w * p * (1 - p)).sum() / max(1e-9, mass)
        bins = np.histogram(p, bins=BINS, weights=w)[0] / max(1, words)
        described = describe_kept(data, i, p, THRESHOLDS + [threshold])
        for c, t in enumerate(THRESHOLDS + [threshold]):
            mask = p >= t
            k, h = w[mask].sum(), (w * p)[mask].sum()
            e = 2 * h / max(1e-9, k + mass)
            rows[i, c] = np.concatenate([[
                t, e, e - greatest, k, k / max(1, words), h / max(1e-9, mass), h / max(1e-9, k), k / max(1e-9, mass),
                mask.sum(), greatest, threshold, words, mass, mass / max(1, words), doubt], bins, described[c]])
            reached[i, c] = data.f1(i, mask)
    return rows, reached


def page_rows(data, rows, chosen):
    """Features for confidence and type: the chosen candidate's, then those of the page."""
    page = [i for i, name in enumerate(data.features) if name.startswith(("page_", "fact_"))]
    x = np.zeros((data.pages, len(page)), np.float32)
    for i in range(data.pages):
        if data.blocks[i] > 0:
            x[i] = data.x[data.at[i], page]
    return np.concatenate([rows[np.arange(data.pages), chosen], x], axis=1)


def train(parameters, rounds, x, y, weight=None):
    return xgb.train(parameters, xgb.DMatrix(x, label=y, weight=weight), rounds)


def cross_validate(data, predict):
    """Out-of-fold predictions of `predict(trained pages, tested pages)`."""
    parts = {}
    for k in range(FOLDS):
        tested = np.flatnonzero(data.fold == k)
        for page, value in zip(tested, predict(np.flatnonzero(data.fold != k), tested)):
            parts[page] = value
    return np.array([parts[i] for i in range(data.pages)])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("out", nargs="?")
    arguments = arguments.parse_args()
    started = time.time()
    data = Data(arguments.data)
    everyone = np.arange(data.pages)
    report(data, "labels", [data.f1(i, data.y[data.range(i)] >= 0.5) for i in everyone])

    scores = block_scores(data)
    np.save(os.path.join(data.folder, "scores.npy"), scores)
    report(data, "threshold .5", [data.f1(i, scores[data.range(i)] >= 0.5) for i in everyone])
    rows, reached = candidates(data, scores)
    report(data, "expected F1", reached[:, -1])
    gain = reached - reached[:, -1:]
    flat = lambda a, pages: a[pages].reshape(-1, *a.shape[2:])

    def choice_of(pages, tested):
        forest = train(CHOICE_PARAMETERS, CHOICE_TREES, flat(rows, pages), flat(gain, pages))
        return forest.predict(xgb.DMatrix(flat(rows, tested))).reshape(len(tested), -1)

    predicted = np.where(rows[:, :, 2] >= -MOST_LOSS, cross_validate(data, choice_of), -np.inf)
    chosen = predicted[:, ::-1].argmax(1)
    chosen = reached.shape[1] - 1 - chosen
    final = reached[everyone, chosen]
    report(data, "chosen threshold", final)
    picked = rows[everyone, chosen]
    scraps = (picked[:, 3] < SCRAPS) & (picked[:, 11] >= SCRAPS_PAGE) & (picked[:, 9] < SCRAPS_EXPECTED)
    final = np.where(scraps, data.truth_words == 0, final)
    report(data, "without scraps", final)
    report(data, "best candidate", reached.max(1))

    x = page_rows(data, rows, chosen)
    expected = rows[everyone, chosen, 1].astype(np.float64)

    def confidence_of(pages, tested):
        forest = train(CONFIDENCE_PARAMETERS, CONFIDENCE_TREES, x[pages], (final - expected)[pages])
        return forest.predict(xgb.DMatrix(x[tested]))

    # Of a page of which nothing is kept, the library is sure of nothing (src/extract/extract.ts).
    confidence = np.clip(expected + cross_validate(data, confidence_of), 0, 1) * ((x[:, 3] > 0) & ~scraps)
    lowest = confidence.argsort()[:data.pages // 10]
    print(f"confidence: mean absolute error {np.abs(confidence - final).mean():.4f} "
          f"(expected F1 alone {np.abs(expected - final).mean():.4f}), "
          f"correlation {np.corrcoef(confidence, final)[0, 1]:.3f}, "
          f"of the lowest tenth {np.mean(final[lowest] < 0.5):.2f} score under .5")

    def type_of(pages, tested):
        return train(TYPE_PARAMETERS, TYPE_ROUNDS, x[pages], data.type[pages]).predict(xgb.DMatrix(x[tested]))

    types = cross_validate(data, type_of).argmax(1)
    each = " ".join(f"{t[:4]} {np.mean(types[data.type == i] == i):.2f}" for i, t in enumerate(TYPES))
    print(f"page type: {np.mean(types == data.type):.3f} right | {each}")
    worst = final.argsort()[:60]
    with open(os.path.join(data.folder, "cross-validated.json"), "w") as file:
        json.dump([{"id": data.meta["pages"][i]["id"], "type": TYPES[data.type[i]], "f1": final[i],
                    "threshold": float(rows[i, chosen[i], 0]), "best": reached[i].max(),
                    "confidence": float(confidence[i])} for i in everyone], file)
    print("worst:", " ".join(f"{data.meta['pages'][i]['id']}:{final[i]:.2f}" for i in worst))

    if arguments.out is not None:
        blocks = train_blocks(data, data.x, np.ones(data.rows, bool), np.random.default_rng(1))
        write_model(arguments.out, {
            "BLOCKS": pack_forest(*blocks),
            "CHOICE": pack_forest(train(CHOICE_PARAMETERS, CHOICE_TREES, flat(rows, everyone), flat(gain, everyone))),
            "CONFIDENCE": pack_forest(train(CONFIDENCE_PARAMETERS, CONFIDENCE_TREES, x, final - expected)),
            "TYPES": pack_forest(train(TYPE_PARAMETERS, TYPE_ROUNDS, x, data.type)),
            "DICTIONARY": pack_dictionary(
                np.fromfile(os.path.join(data.folder, "dictionary-hashes.i32"), dtype=np.int32),
                np.fromfile(os.path.join(data.folder, "dictionary-scores.i8"), dtype=np.int8)),
        }, data.features)
        # For the comparison of inference with training: scores of some pages by the shipped forest.
        np.save(os.path.join(data.folder, "shipped-scores.npy"), predict_blocks(blocks, data.x) * data.eligible)
    print(f"{time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
