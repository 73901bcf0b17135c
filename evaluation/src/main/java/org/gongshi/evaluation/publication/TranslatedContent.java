package org.gongshi.evaluation.publication;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;
import org.gongshi.evaluation.site.Tongue;

/**
 * What the gate let through, in another language (译文内容): every Chinese text of it, wherever it stands, is replaced by its approved
 * wording. Numbers, dates, codes and decisions stay what they are. A text without a wording is marked, so that the page that would
 * show it is not made; a document number is marked as staying Chinese.
 */
public final class TranslatedContent {
    /**
     * Names under which records keep the numbers of documents and records, which are the same in every language, and notes of evidence,
     * which are quoted in the original where nobody translated them.
     */
    private static final Set<String> KEPT = Set.of("document", "index", "icp", "publicSecurity", "report", "evidence");

    private final SiteTranslation translation;

    private TranslatedContent(SiteTranslation translation) {
        this.translation = translation;
    }

    /** The same content in the words of a translation. */
    public static PublishedContent of(PublishedContent content, SiteTranslation translation) {
        TranslatedContent said = new TranslatedContent(translation);
        return new PublishedContent(
                said.said(content.site()),
                said.said(content.places()),
                said.said(content.rounds()),
                said.texts(content.texts()),
                said.notices(content.notices()),
                said.said(content.corrections()),
                content.inputs(),
                content.archive(),
                content.allowed(),
                List.of());
    }

    /** A text that is not translated as a whole is left out, since its title stands in menus of all pages. */
    private Map<String, SiteText> texts(Map<String, SiteText> texts) {
        Map<String, SiteText> said = new TreeMap<>();
        texts.forEach((name, text) -> page(ContentPaths.TEXTS, text).ifPresent(page -> said.put(name, page)));
        return said;
    }

    private List<SiteText> notices(List<SiteText> notices) {
        return notices.stream()
                .flatMap(notice -> page(ContentPaths.NOTICES, notice).stream())
                .toList();
    }

    private Optional<SiteText> page(String folder, SiteText text) {
        return Optional.ofNullable(translation.pages().get(folder + "/" + text.name() + ".md"));
    }

    @SuppressWarnings("unchecked")
    private <T> T said(T value) {
        return (T) said(value, "");
    }

    /** @param name of the record's component in which the value stands */
    private Object said(Object value, String name) {
        if (value instanceof String text) {
            return text(text, name);
        }
        if (value instanceof Optional<?> held) {
            return held.map(one -> said(one, name));
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>(list.size());
            list.forEach(one -> all.add(said(one, name)));
            return all;
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(one -> said(one, name)).collect(Collectors.toSet());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(key, said(one, name)));
            return all;
        }
        return one(value);
    }

    private Object one(Object value) {
        if (value instanceof Places places) {
            return new Places(said(places.all()));
        }
        if (value instanceof ApprovedReport report) {
            return new ApprovedReport(
                    (Dossier) one(report.dossier()),
                    (Decision.Review) one(report.review()),
                    (Decision.Approval) one(report.approval()),
                    report.publishedOn());
        }
        return value instanceof Record record ? record(record) : value;
    }

    /** A record of the same kind, every component translated; the record itself where nothing differs. */
    private Object record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean differs = false;
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object value = components[i].getAccessor().invoke(record);
                values[i] = said(value, components[i].getName());
                differs |= value != null && !value.equals(values[i]);
            }
            if (!differs) {
                return record;
            }
            Constructor<?> made = record.getClass().getDeclaredConstructor(types);
            return made.newInstance(values);
        } catch (InvocationTargetException fault) {
            throw new IllegalArgumentException(
                    "a translated " + record.getClass().getSimpleName() + " is not valid", fault.getCause());
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("a record has an accessor for each component and a constructor", fault);
        }
    }

    private String text(String text, String name) {
        if (!Tongue.isChinese(text)) {
            return text;
        }
        String wording = translation.texts().get(text);
        if (wording != null) {
            return Tongue.unmarked(wording);
        }
        return KEPT.contains(name) ? Tongue.kept(text) : Tongue.missing(text);
    }
}
