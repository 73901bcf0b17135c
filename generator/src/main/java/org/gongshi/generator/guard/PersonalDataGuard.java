package org.gongshi.generator.guard;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.site.AllowedDatum;
import org.gongshi.evaluation.site.Site;

/**
 * No personal data in any byte of the site (个人信息闸口), but for what the office allowed with a reason and its own address of
 * contact. Thread-safe.
 */
public final class PersonalDataGuard {
    private final Set<String> allowed = new HashSet<>();

    /** @param exceptions from {@code privacy.yaml} */
    public PersonalDataGuard(Site site, List<AllowedDatum> exceptions) {
        site.contact().email().ifPresent(email -> allowed.add(normal(email)));
        // The bodies that publish are no persons.
        allowed.add(normal(site.sponsor()));
        allowed.add(normal(site.operator()));
        allowed.add(normal(site.name()));
        exceptions.forEach(one -> allowed.add(normal(one.value())));
    }

    /** What must not be published as it is, one finding for each datum of a file. */
    public List<Finding> check(String path, byte[] bytes) {
        List<Datum> found;
        try {
            found = FileScan.of(path, bytes);
        } catch (IOException fault) {
            return List.of(Finding.error(Location.of(path), "无法检查是否含有个人信息：" + fault.getMessage(), "请换成完好的文件"));
        }
        return found.stream()
                .filter(datum -> !allowed.contains(normal(datum.value())))
                .distinct()
                .map(datum -> Finding.error(
                        Location.of(path),
                        "含有" + datum.kind().label() + " " + datum.masked(),
                        "请从内容中删去；确需公开的，在 privacy.yaml 中写明理由"))
                .toList();
    }

    private static String normal(String value) {
        return value.replaceAll("[\\s-]+", "").toLowerCase(Locale.ROOT);
    }
}
