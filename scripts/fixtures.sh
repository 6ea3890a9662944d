#!/usr/bin/env bash
# Makes the files in tests/files/ anew with the programs that people use: LibreOffice Writer, pandoc, img2pdf, ImageMagick, qpdf, zip,
# Chromium. The files are kept in the repository; run this only to add one. Needs those programs, and `npm ci`.
set -euo pipefail
cd "$(dirname "$0")/.."
out="$PWD/tests/files"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

office() { # office FORMAT FILE: converts FILE into the work folder
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1
}

cat >"$work/ferry.md" <<'END'
---
title: Ferry runs again
author: Tessa Quill
date: 2031-04-02
lang: en
---

The ferry at Grell *sails* again, [harbour master Mira Toll](https://example.org/) said on Monday. “We waited long
enough,” she told the town council.

## What changes

- Two crossings a day
- No lorries before noon

> The quay is sound. – Harbour report

It costs 3 crowns.[^1] The mayor, Odo Brandt, called it “a good day”.

[^1]: Children sail free.
END
cp "$work/ferry.md" "$out/ferry.md"
pandoc "$work/ferry.md" -o "$out/pandoc.docx"
pandoc "$work/ferry.md" -o "$out/pandoc.odt"
pandoc "$work/ferry.md" -s -o "$out/pandoc.rtf"

# Two chapters, with a table of contents.
cat >"$work/book.md" <<'END'
---
title: The Grell Courier
author: Tessa Quill
date: 2031-04-02
lang: en
---

# Ferry runs again

The ferry sails again, harbour master Mira Toll said.

> The quay is sound.

# Lamp lit

The lamp at Cape Orm is lit. “It burns,” said keeper Ivo Sand.

- Oil for a month
END
pandoc "$work/book.md" -o "$out/courier.epub"

# What Writer itself makes: a title, a tracked deletion and insertion, a footnote, a list, a quotation, a tab and a line break.
cat >"$work/ferry.fodt" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:initial-creator>Tessa Quill</meta:initial-creator><meta:creation-date>2031-04-02T08:00:00</meta:creation-date></office:meta>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"/>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/>
</office:styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:deletion><office:change-info><dc:creator>Odo</dc:creator><dc:date>2031-04-01T00:00:00</dc:date></office:change-info><text:p text:style-name="Standard"> never</text:p></text:deletion></text:changed-region><text:changed-region xml:id="ct2" text:id="ct2"><text:insertion><office:change-info><dc:creator>Odo</dc:creator><dc:date>2031-04-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">Ferry runs again</text:p>
<text:p text:style-name="Standard">The ferry at Grell<text:change text:change-id="ct1"/> sails <text:change-start text:change-id="ct2"/>again<text:change-end text:change-id="ct2"/>, harbour master Mira Toll said.<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="Standard">Children sail free.</text:p></text:note-body></text:note> “We waited,” she said.</text:p>
<text:h text:style-name="Heading_20_2" text:outline-level="2">What changes</text:h>
<text:list><text:list-item><text:p text:style-name="Standard">Two crossings a day</text:p></text:list-item><text:list-item><text:p text:style-name="Standard">No lorries</text:p></text:list-item></text:list>
<text:p text:style-name="Quotations">The quay is sound.</text:p>
<text:p text:style-name="Standard">Fare:<text:tab/>3 crowns<text:line-break/>Dogs: free<text:s text:c="2"/>of charge</text:p>
</office:text></office:body></office:document>
END
for format in docx odt rtf; do
	office "$format" "$work/ferry.fodt"
	mv "$work/ferry.$format" "$out/writer.$format"
done

# One column over two pages with a running head, then two columns with words broken at line ends.
page() { # page COLUMNS: a flat document with a header, page numbers and a long text
	local columns=$1
	cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm" fo:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="DejaVu Serif" fo:font-family="'DejaVu Serif'" fo:font-size="11pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Big" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="20pt" fo:hyphenate="false"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="14cm" fo:page-height="16cm" fo:margin="1.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="cols" style:family="section"><style:section-properties><style:columns fo:column-count="$columns" fo:column-gap="0.8cm"><style:column style:rel-width="1*" fo:end-indent="0.4cm"/><style:column style:rel-width="1*" fo:start-indent="0.4cm"/></style:columns></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl"><style:header><text:p>The Grell Courier</text:p></style:header><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Big">Ferry runs again</text:p>
$( ((columns > 1)) && echo '<text:section text:style-name="cols" text:name="s">')
<text:p text:style-name="Standard">The international ferry at Grell sails again after extraordinary repairs, harbour master Mira Toll announced on Monday. “We waited considerably longer than anybody anticipated,” she told representatives of neighbouring communities.</text:p>
<text:p text:style-name="Standard">Passengers congratulated the administration. Transportation organisations, which had repeatedly complained about unsatisfactory communication, acknowledged the improvements and recommended a comprehensive investigation.</text:p>
<text:p text:style-name="Standard">Odo Brandt, the mayor, characterised the refurbishment as “an overwhelmingly encouraging development” for the municipality. Independent observers were considerably less enthusiastic about the expenditure.</text:p>
<text:p text:style-name="Standard">The well-known lighthouse keeper Ivo Sand said that preliminary measurements had demonstrated the underwater foundations to be satisfactory. Additional examinations are anticipated throughout September.</text:p>
<text:p text:style-name="Standard">Responsibility for maintenance remains with the regional administration, according to documentation published by the harbour authority. Nobody was immediately available for clarification.</text:p>
$( ((columns > 1)) && echo '</text:section>')
</office:text></office:body></office:document>
END
}
page 1 >"$work/column.fodt"
page 2 >"$work/columns.fodt"
for name in column columns; do
	office pdf "$work/$name.fodt"
	mv "$work/$name.pdf" "$out/$name.pdf"
done

# A scan: a picture of words and no letters.
convert -size 300x120 xc:white -alpha off -fill black -font /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf -pointsize 20 -annotate +20+60 'Ferry runs again' "$work/scan.png"
img2pdf "$work/scan.png" -o "$out/scan.pdf"

# With a password: “grell”.
qpdf --encrypt grell grell 256 -- "$out/column.pdf" "$out/locked.pdf"
qpdf --encrypt "" owner 256 -- "$out/column.pdf" "$out/owner.pdf"
cat >"$work/lock.py" <<'END'
import sys, time, uno
from com.sun.star.beans import NamedValue, PropertyValue
source, pairs = sys.argv[1], sys.argv[2:]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(60):
    try:
        context = resolver.resolve("uno:pipe,name=grell;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
setting = lambda name, value: PropertyValue(Name=name, Value=value)
document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (setting("Hidden", True),))
for pair in pairs:
    filter_name, path = pair.split("=")
    lock = setting("Password", "grell")
    if "Word" in filter_name:
        parts = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "grell"))
        lock = setting("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", parts))
    document.storeToURL("file://" + path, (setting("FilterName", filter_name), lock))
document.close(True)
desktop.terminate()
END
soffice --headless "-env:UserInstallation=file://$work/profile" "--accept=pipe,name=grell;urp;" >/dev/null 2>&1 </dev/null &
/usr/bin/python3 "$work/lock.py" "$work/ferry.fodt" "MS Word 2007 XML=$out/locked.docx" "writer8=$out/locked.odt"
kill "$!" 2>/dev/null || true
(cd "$out" && rm -f locked.zip papers.zip && zip -q -P grell locked.zip ferry.md && zip -q papers.zip ferry.md writer.docx)

# Text in other encodings.
utf8() { printf '%s' "$1"; }
utf8 $'Die Fähre fährt wieder, sagte die Hafenmeisterin Mira Töll am Montag. „Wir haben lange genug gewartet“, so Töll.\nBürgermeister Odo Brandt nannte es einen guten Tag für die Küste.\n' | iconv -t windows-1252 >"$out/windows-1252.txt"
utf8 $'The ferry sails again – Mira Toll said.\n' | iconv -t UTF-16 >"$out/utf-16.txt"
utf8 $'The ferry sails again, Mira Toll said on Monday.\n' | iconv -t UTF-16LE >"$out/utf-16-unmarked.txt"
utf8 $'渡し船は月曜日に再び運航を始めた。港長のミラ・トルは「長い間待っていた」と語った。\n町長はよい日だと述べた。\n' | iconv -t SHIFT_JIS >"$out/shift-jis.txt"
utf8 $'Паром в Грелле снова ходит, сообщила в понедельник начальник порта Мира Толль. «Мы ждали достаточно долго», — сказала она.\n' | sed 's/—/-/;s/[«»]/"/g' | iconv -t KOI8-R >"$out/koi8-r.txt"

printf 'headline,author,date,body\n"Ferry runs again",Tessa Quill,2031-04-02,"The ferry at Grell sails again, harbour master Mira Toll said.\n\n“We waited,” she said."\n"Lamp lit",Ivo Sand,2031-04-03,"The lamp at Cape Orm is lit again, and it burns well."\n' >"$out/articles.csv"
printf 'title\ttext\nFerry runs again\tThe ferry at Grell sails again.\nLamp lit\tThe lamp at Cape Orm is lit.\n' >"$out/articles.tsv"
printf '{"id":1,"title":"Ferry runs again","text":"The ferry at Grell sails again.","lang":"en"}\n{"id":2,"title":"Lamp lit","text":"The lamp is lit.","url":"https://example.org/lamp"}\n' >"$out/articles.jsonl"
printf '[{"title":"Ferry runs again","text":"The ferry at Grell sails again."},{"title":"Lamp lit","text":"The lamp is lit."}]\n' >"$out/articles.json"

cat >"$work/page.html" <<'END'
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry runs again</title></head><body><article><h1>Ferry runs again</h1><p>The ferry at Grell sails again – “at last”, harbour master Mira Toll said.</p></article></body></html>
END
cat >"$work/save.mjs" <<'END'
import { chromium } from "playwright";
import { writeFileSync } from "node:fs";
const [page, out] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const tab = await browser.newPage();
await tab.goto(`file://${page}`);
const session = await tab.context().newCDPSession(tab);
const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
writeFileSync(out, data.replaceAll(page, "/ferry.html"));
await browser.close();
END
ln -s "${NODE_MODULES:-$PWD/node_modules}" "$work/node_modules"
node "$work/save.mjs" "$work/page.html" "$out/page.mhtml"
du -sh "$out"
