package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DecisionWriter;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.DecisionDesk;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.survey.round.RoundFault;

/**
 * Enters what a body decided (登记决定): {@code decide} on a copy of the content. Decisions on a content that has been changed since are
 * void, and make room for the new ones.
 */
final class DecisionEdit {
    private final House house;

    DecisionEdit(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /** @param places empty for all of the round */
    ChangeDesk.Edit of(Set<PlaceCode> places, DecisionKind kind, String body, String document, LocalDate date) {
        var request = new DecisionDesk.Request(house.round().round(), places, kind, body, document, date);
        return (own, content, job) -> make(content, job, request);
    }

    private boolean make(Path content, ChangeJob job, DecisionDesk.Request request) throws IOException {
        if (!isFinal(content, job, request)) {
            return false;
        }
        dropVoid(content, request);
        DecisionDesk.Answer answer = DecisionDesk.prepare(new ContentFolder(content), request);
        if (answer instanceof DecisionDesk.Answer.Refused refused) {
            refused.findings().stream().map(Finding::toLine).forEach(job::say);
            return false;
        }
        return write(content, job, ((DecisionDesk.Answer.Ready) answer).decisions());
    }

    /** 公示期满、异议处理完毕之后，才能批准 */
    private static boolean isFinal(Path content, ChangeJob job, DecisionDesk.Request request) {
        Optional<ObjectionPeriod> period = new ContentReader(new ContentFolder(content), new Findings())
                .objections(request.round())
                .map(located -> located.value());
        if (request.kind() != DecisionKind.APPROVAL || period.isEmpty()) {
            return true;
        }
        boolean open =
                period.get().objections().stream().anyMatch(one -> one.handled().isEmpty());
        LocalDate first = period.get().firstFinalDay();
        String file = ContentPaths.objections(request.round());
        if (open) {
            job.say(file + ":1:1: error: 公示期间的异议还没有处理 (处理完毕并写明日期和结果之后，再登记批准)");
        }
        if (request.date().isBefore(first)) {
            job.say(file + ":1:1: error: 公示和异议处理到 " + first.minusDays(1) + " 才结束，批准不能早于 " + first + " (请核对批准日期)");
        }
        return !open && !request.date().isBefore(first);
    }

    private void dropVoid(Path content, DecisionDesk.Request request) throws IOException {
        for (Map.Entry<Subject, Dossier> one : dossiers(content).entrySet()) {
            boolean asked = request.places().isEmpty()
                    || request.places().contains(one.getKey().place());
            Dossier dossier = one.getValue();
            boolean isVoid = dossier.decisions().stream()
                    .anyMatch(decision -> !decision.digest().equals(dossier.inputs()));
            if (asked && isVoid) {
                Files.delete(content.resolve(ContentPaths.decisions(one.getKey())));
            }
        }
    }

    private Map<Subject, Dossier> dossiers(Path content) {
        var reader = new ContentReader(new ContentFolder(content), new Findings());
        var dossiers = new DossierReader(reader, Scope.everything());
        Map<Subject, Dossier> found = new HashMap<>();
        for (Place place : house.content().places()) {
            var subject = new Subject(house.round().round(), place.code());
            dossiers.read(subject).map(DossierSource::dossier).ifPresent(one -> found.put(subject, one));
        }
        return found;
    }

    private static boolean write(Path content, ChangeJob job, List<DecisionDesk.Prepared> decisions)
            throws IOException {
        var writer = new DecisionWriter(new ContentFolder(content));
        var findings = new Findings();
        List<byte[]> files = new ArrayList<>();
        for (DecisionDesk.Prepared prepared : decisions) {
            writer.appended(prepared.subject(), prepared.decision(), findings).ifPresent(files::add);
        }
        if (findings.hasErrors()) {
            findings.sorted().stream().map(Finding::toLine).forEach(job::say);
            return false;
        }
        for (int at = 0; at < decisions.size(); at++) {
            DecisionDesk.Prepared prepared = decisions.get(at);
            writer.write(prepared.subject(), files.get(at));
            Dossier dossier = prepared.dossier();
            job.bind(new ChangeJob.Bound(
                    prepared.subject().toString(),
                    dossier.place().name(),
                    dossier.sheet().weightedScore().value().toPlainString(),
                    dossier.report().grade().label(),
                    prepared.decision().digest().toString()));
        }
        return true;
    }

    /** @throws RoundFault when anything that was decided on is no longer what it was */
    void requireUnchanged(ChangeJob job) {
        Map<Subject, Dossier> now = dossiers(house.content().root());
        List<String> changed = job.bound().stream()
                .filter(one -> now.entrySet().stream()
                        .noneMatch(known -> known.getKey().toString().equals(one.subject())
                                && known.getValue().inputs().toString().equals(one.digest())))
                .map(ChangeJob.Bound::place)
                .toList();
        if (!changed.isEmpty() || job.bound().isEmpty()) {
            throw new RoundFault("登记之后内容又有改动，决定已不对应现在的内容：" + String.join("、", changed) + "。请舍弃后重新登记");
        }
    }
}
