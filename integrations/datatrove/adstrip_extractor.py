"""adstrip as the extractor of a datatrove pipeline, in the place of `Trafilatura`.

    pipeline = [
        WarcReader("crawl/"),
        AdstripExtractor(),
        JsonlWriter("articles/"),
    ]

Needs `datatrove` and `adstrip_spark`, of which it uses the part that knows no Spark.
"""

from __future__ import annotations

from collections import deque
from typing import Deque, Dict, Iterator, Optional, Sequence, Union

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.extractors.base import BaseExtractor
from datatrove.utils.logging import logger
from datatrove.utils.typeshelper import StatHints

from adstrip_spark.child import Limits, answers
from adstrip_spark.command import Options, command_line

__all__ = ["AdstripExtractor"]


class AdstripExtractor(BaseExtractor):
    """The article of each page, as plain text.

    One child works through all documents of a task; `extract` of the base class, a process of Python for each task and a
    document at a time, is for single pages only. Documents that fail, take too long or have no text end here and are
    counted, as with datatrove's own extractors.

    :param timeout: seconds that a page may take
    :param keep_facts: put `title`, `authors`, `published`, … and `pageType`, `confidence`, `wordCount` into
        `metadata["adstrip"]`
    :param url_key: the place of the page's address in `metadata`
    :param remove: the categories to remove; None for all
    :param keep: categories that stay
    :param filters: paths of EasyList-style lists
    :param max_length: UTF-16 units of a page that are looked at
    :param adstrip_command: the program, or a list of the program and its first arguments; None for `adstrip` in PATH
    """

    name = "✂ adstrip"

    def __init__(
        self,
        timeout: float = 30,
        keep_facts: bool = True,
        url_key: str = "url",
        remove: Optional[Sequence[str]] = None,
        keep: Sequence[str] = (),
        filters: Sequence[str] = (),
        max_length: Optional[int] = None,
        adstrip_command: Union[None, str, Sequence[str]] = None,
    ) -> None:
        super().__init__(timeout)
        self.keep_facts = keep_facts
        self.url_key = url_key
        self.limits = Limits(timeout=timeout)
        self.options = Options.of("clean", remove, keep, filters, max_length)
        self.adstrip_command = adstrip_command

    def extract(self, text: str) -> str:
        (answer,) = answers(self._command(), [{"html": text}], self.limits)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["text"]

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        waiting: Deque[Document] = deque()  # as many as the child holds

        def records() -> Iterator[Dict[str, str]]:
            for document in data or ():
                waiting.append(document)
                url = document.metadata.get(self.url_key)
                yield {"html": document.text, **({"url": url} if isinstance(url, str) else {})}

        replies = answers(self._command(), records(), self.limits)
        while True:
            with self.track_time():
                answer = next(replies, None)
            if answer is None:
                return
            document = waiting.popleft()
            self.stat_update(StatHints.total)
            if "error" in answer:
                self.stat_update("timeout" if "took longer" in answer["error"] else "clean_error")
                logger.warning(f"{document.id}: {answer['error']}")
                continue
            document.text = answer["text"]
            if not document.text:
                self.stat_update(StatHints.dropped)
                continue
            if self.keep_facts:
                facts = {name: answer[name] for name in ("metadata", "pageType", "confidence", "wordCount")}
                document.metadata["adstrip"] = facts
            self.stat_update("extracted")
            self.stat_update(StatHints.forwarded)
            self.update_doc_stats(document)
            yield document

    def _command(self) -> Sequence[str]:
        return command_line(self.adstrip_command, self.options, self.limits.timeout)
