package org.gongshi.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.junit.jupiter.api.Test;

class PublishedNumberTest {
    /** A field with a number that nobody has thought of cannot slip into the results. */
    @Test
    void every_number_of_the_results_is_listed_with_what_the_audit_makes_of_it() {
        Set<String> published = new TreeSet<>();
        walk(ReleasedResults.class, "", published);
        assertThat(Arrays.stream(PublishedNumber.values()).map(PublishedNumber::path))
                .as("see PublishedNumber: say how an attacker would use a new number, and let the audit use it so")
                .containsExactlyInAnyOrderElementsOf(published);
    }

    record Planted(List<Map<String, Optional<Inner>>> rows) {}

    record Inner(double hidden, OptionalInt also, String text) {}

    @Test
    void a_number_is_found_wherever_it_is_put() {
        Set<String> numbers = new TreeSet<>();
        walk(Planted.class, "", numbers);
        assertThat(numbers).containsExactly("rows[]{}.also", "rows[]{}.hidden");
    }

    private static void walk(Type type, String path, Set<String> found) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                walk(arguments[1], path + "{}", found);
            } else if (generic.getRawType() == Optional.class) {
                walk(arguments[0], path, found);
            } else {
                walk(arguments[0], path + "[]", found);
            }
            return;
        }
        Class<?> own = (Class<?>) type;
        if (isNumber(own)) {
            found.add(path);
        } else if (own.isRecord()) {
            for (RecordComponent component : own.getRecordComponents()) {
                String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
                walk(component.getGenericType(), name, found);
            }
        } else if (own.isSealed()) {
            Arrays.stream(own.getPermittedSubclasses()).forEach(each -> walk(each, path, found));
        }
    }

    private static boolean isNumber(Class<?> type) {
        return type.isPrimitive() && type != boolean.class
                || Number.class.isAssignableFrom(type)
                || type == BigDecimal.class
                || type == OptionalInt.class
                || type == OptionalLong.class
                || type == OptionalDouble.class;
    }
}
