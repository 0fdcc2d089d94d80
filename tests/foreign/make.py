"""Writes the files of this folder again: python3 make.py, with warcio and pyarrow installed."""
import bz2
import io
import json
import lzma
import tarfile
import zipfile

import pyarrow
import pyarrow.parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PLACES = ["Tarn Bridge", "Quillon Dale", "Zoë Street"]


def article(number):
    place = PLACES[number]
    paragraphs = [f"Crews saved {37 + number} of 45 sheep at {place} on Friday, the council said after the flood had gone.",
                  f"“They were cold,” said Inspector Ned Marsh of the valley police, who had led the boats to {place}.",
                  f"The road to {place} will stay shut until the water has left the fields, the county’s engineers said."]
    return {"id": f"sheep-{number}", "title": f"Crews save sheep at {place}", "date": "2024-05-03",
            "text": "\n\n".join(paragraphs)}


def page(record):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in record["text"].split("\n\n"))
    return (f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{record['title']}</title></head>"
            f"<body><article><h1>{record['title']}</h1>{body}</article></body></html>").encode()


def warc(path, gzip):
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record(path, {"software": "warcio"}))
        for number in range(len(PLACES)):
            url = f"https://echo.example/{number}"
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(url, "response", payload=io.BytesIO(page(article(number))), http_headers=http)
            writer.write_request_response_pair(writer.create_warc_record(url, "request", http_headers=StatusAndHeaders(
                "GET / HTTP/1.1", [("Host", "echo.example")], is_http_request=True)), record)


articles = [article(number) for number in range(len(PLACES))]
lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in articles).encode()
warc("warcio.warc", False)
warc("warcio.warc.gz", True)
table = pyarrow.Table.from_pylist(articles)
for compression in ["none", "snappy", "gzip", "zstd", "lz4"]:
    pyarrow.parquet.write_table(table, f"pyarrow-{compression}.parquet", compression=compression)
dictionary = table.set_column(1, "title", table["title"].dictionary_encode())
pyarrow.parquet.write_table(dictionary, "pyarrow-v2-pages.parquet", data_page_version="2.0", row_group_size=2)
delta = {"id": "DELTA_BYTE_ARRAY", "title": "DELTA_LENGTH_BYTE_ARRAY", "text": "DELTA_BYTE_ARRAY"}
pyarrow.parquet.write_table(table, "pyarrow-delta.parquet", compression="none", use_dictionary=False,
                            column_encoding=delta)
with open("python.jsonl.xz", "wb") as file:
    file.write(lzma.compress(lines))
with open("python.jsonl.bz2", "wb") as file:
    file.write(bz2.compress(lines))
with tarfile.open("python-pax.tar.xz", "w:xz", format=tarfile.PAX_FORMAT) as tar:
    member = tarfile.TarInfo("årgang/articles.jsonl")
    member.size = len(lines)
    tar.addfile(member, io.BytesIO(lines))
with zipfile.ZipFile("python.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("2024/articles.jsonl", lines)
