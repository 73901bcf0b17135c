package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/**
 * The files of the self-evaluations as they came (自评报告收件): each is kept as it is, with its digest and the statement of truthfulness;
 * a later one of the same place stands beside it, never in its stead. Thread-safe.
 */
final class IntakeDesk {
    private static final int LARGEST = 6_000_000;

    private final Path folder;

    /** @param folder of this round alone */
    IntakeDesk(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /** What goes with a file: when it came, its document number, who signed, and that all in it is true and exact (第八条). */
    record Cover(LocalDate received, String document, String signedBy, String truthfulness) {}

    /**
     * A file that was received.
     *
     * @param number counts the files of the place
     * @param size bytes
     * @param clerk who received it, and when
     */
    record Receipt(
            int number, String name, long size, Digest digest, Cover cover, String clerk, OffsetDateTime moment) {}

    /** Newest first. */
    synchronized List<Receipt> of(PlaceCode place) {
        Path own = folder.resolve(place.value());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            List<Receipt> receipts = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                receipts.add(read(Files.readAllBytes(file)));
            }
            receipts.sort(Comparator.comparingInt(Receipt::number).reversed());
            return receipts;
        } catch (IOException fault) {
            throw new StoreFault("目录无法读取：" + own, fault);
        }
    }

    Optional<Receipt> find(PlaceCode place, String number) {
        return of(place).stream()
                .filter(one -> Integer.toString(one.number()).equals(number))
                .findFirst();
    }

    synchronized Receipt receive(
            PlaceCode place, String name, byte[] bytes, Cover cover, String clerk, OffsetDateTime moment) {
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new RoundFault("请选择自评报告的文件，不超过 6 MB");
        }
        int number = of(place).size() + 1;
        var receipt = new Receipt(number, name, bytes.length, Digest.of(bytes), cover, clerk, moment);
        try {
            Files.createDirectories(folder.resolve(place.value()));
        } catch (IOException fault) {
            throw new StoreFault("目录无法建立：" + folder, fault);
        }
        // The file first: a receipt without its file would promise too much.
        Disk.write(file(place, number), bytes);
        Disk.write(folder.resolve(place.value()).resolve(number + ".json"), JsonText.pretty(json(receipt)));
        return receipt;
    }

    /** The file as it came. @throws RoundFault when it is not any more what was received */
    byte[] bytes(PlaceCode place, Receipt receipt) {
        try {
            byte[] bytes = Files.readAllBytes(file(place, receipt.number()));
            if (!Digest.of(bytes).equals(receipt.digest())) {
                throw new RoundFault("保存的文件与收件时的摘要不符，已被改动或损坏；请从备份恢复");
            }
            return bytes;
        } catch (IOException fault) {
            throw new StoreFault("收到的文件无法读取", fault);
        }
    }

    private Path file(PlaceCode place, int number) {
        return folder.resolve(place.value()).resolve(number + ".bin");
    }

    private static Json json(Receipt one) {
        return Json.object()
                .put("number", Integer.toString(one.number()))
                .put("name", one.name())
                .put("size", Long.toString(one.size()))
                .put("digest", one.digest().toString())
                .put("received", one.cover().received().toString())
                .put("document", one.cover().document())
                .put("signedBy", one.cover().signedBy())
                .put("truthfulness", one.cover().truthfulness())
                .put("clerk", one.clerk())
                .put("moment", one.moment().toString())
                .build();
    }

    private static Receipt read(byte[] bytes) {
        var json = (Json.Obj) JsonText.parse(bytes);
        return new Receipt(
                Integer.parseInt(text(json, "number")),
                text(json, "name"),
                Long.parseLong(text(json, "size")),
                Digest.parse(text(json, "digest")),
                new Cover(
                        LocalDate.parse(text(json, "received")),
                        text(json, "document"),
                        text(json, "signedBy"),
                        text(json, "truthfulness")),
                text(json, "clerk"),
                OffsetDateTime.parse(text(json, "moment")));
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }
}
