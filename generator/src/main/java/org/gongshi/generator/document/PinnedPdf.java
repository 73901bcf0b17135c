package org.gongshi.generator.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** The same PDF with its streams compressed in the one way that gives the same bytes everywhere (固定压缩). */
final class PinnedPdf {
    private static final Set<COSName> ARTIFACTS =
            Set.of(COSName.getPDFName("Background"), COSName.getPDFName("Pagination"));

    private PinnedPdf() {}

    static byte[] of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                share(page.getResources());
            }
            pin(document.getDocument().getTrailer());
            var out = new ByteArrayOutputStream(pdf.length);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    /** Every rule of a table comes with a mark of its own, all of them alike: one serves. They would be a third of the file. */
    private static void share(PDResources resources) {
        COSDictionary marks = resources.getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        if (marks == null) {
            return;
        }
        Map<String, COSBase> alike = new HashMap<>();
        for (COSName name : List.copyOf(marks.keySet())) {
            COSDictionary mark = marks.getCOSDictionary(name);
            if (mark != null && ARTIFACTS.contains(mark.getCOSName(COSName.TYPE))) {
                marks.setItem(name, alike.computeIfAbsent(mark.toString(), text -> marks.getItem(name)));
            }
        }
    }

    /** Every stream that can be reached. */
    private static void pin(COSDictionary trailer) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(trailer);
        while (!open.isEmpty()) {
            COSBase one = open.remove();
            if (one == null || !seen.add(one)) {
                continue;
            }
            if (one instanceof COSStream stream) {
                pin(stream);
            }
            if (one instanceof COSObject object) {
                add(open, object.getObject());
            } else if (one instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(value -> add(open, value));
            } else if (one instanceof COSArray array) {
                array.forEach(value -> add(open, value));
            }
        }
    }

    private static void add(Deque<COSBase> open, COSBase one) {
        if (one != null) {
            open.add(one);
        }
    }

    private static void pin(COSStream stream) throws IOException {
        if (COSName.DCT_DECODE.equals(stream.getFilters())) {
            // A photograph stays as it came: decoded it would be many times as large, and not alike on every machine.
            return;
        }
        byte[] plain;
        try (InputStream in = stream.createInputStream()) {
            plain = in.readAllBytes();
        }
        boolean metadata = COSName.METADATA.equals(stream.getCOSName(COSName.TYPE));
        stream.removeItem(COSName.DECODE_PARMS);
        if (metadata) {
            // Metadata stay readable for programs that look for them without understanding PDF.
            stream.removeItem(COSName.FILTER);
        } else {
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        }
        try (OutputStream raw = stream.createRawOutputStream()) {
            raw.write(metadata ? plain : Packing.zlib(plain));
        }
    }
}
