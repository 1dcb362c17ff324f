"""A real Spark: two executors in processes of their own, with Node and the package brought to them by `--archives`."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

#: `local-cluster[2,1,1024]`: two executors, a core and 1 GiB each. `local[2]` where that does not start.
MASTER = os.environ.get("ADSTRIP_SPARK_MASTER", "local-cluster[2,1,1024]")


def archives(folder):
    """node.tar.gz with bin/node, adstrip.tar.gz with node_modules as `npm install adstrip` makes them."""
    node = folder / "node" / "bin"
    node.mkdir(parents=True)
    real = subprocess.run(["node", "-p", "process.execPath"], capture_output=True, text=True, check=True).stdout.strip()
    os.symlink(real, node / "node")
    modules = folder / "adstrip" / "node_modules"
    modules.mkdir(parents=True)
    listed = subprocess.run(
        ["npm", "ls", "--omit=dev", "--all", "--parseable"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    for path in map(Path, listed):
        if path.resolve() != ROOT and path.exists() and "node_modules" in path.parts:
            target = modules.joinpath(*path.parts[path.parts.index("node_modules") + 1 :])
            shutil.copytree(path.resolve(), target, dirs_exist_ok=True)
    own = modules / "adstrip"
    own.mkdir()
    shutil.copy(ROOT / "package.json", own)
    shutil.copytree(ROOT / "dist", own / "dist")
    made = []
    for name in ("node", "adstrip"):
        archive = folder / f"{name}.tar.gz"
        # -h: Node itself and not the link to it.
        pack = ["tar", "-ch", "-I", "gzip -1", "-f", str(archive), "-C", str(folder / name), "."]
        subprocess.run(pack, check=True)
        made.append(f"{archive}#{name}")
    return ",".join(made)


def package(folder):
    """adstrip_spark as `--py-files` takes it."""
    name = folder / "adstrip_spark.zip"
    with zipfile.ZipFile(name, "w") as archive:
        for path in sorted((HERE.parent / "src" / "adstrip_spark").glob("*.py")):
            archive.write(path, f"adstrip_spark/{path.name}")
    return str(name)


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    pyspark = pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    # Executors find Spark's own files where the package of that name has been installed.
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master(MASTER)
        .appName("adstrip tests")
        .config("spark.archives", archives(folder))
        .config("spark.submit.pyFiles", package(folder))
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .config("spark.local.dir", str(folder / "local"))
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.network.timeout", "600s")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
