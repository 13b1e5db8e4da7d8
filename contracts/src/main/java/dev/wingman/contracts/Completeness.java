package dev.wingman.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// JSON may leave out or null what a record must have, and the parser then puts a null where none may be. Nothing incomplete passes the codec.
final class Completeness {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.asList(type.getRecordComponents());
        }
    };

    private Completeness() {}

    /// What is missing in a value or anywhere below it.
    static Optional<String> gap(@Nullable Object value) {
        return gap(value, "the value");
    }

    private static Optional<String> gap(@Nullable Object value, String name) {
        return switch (value) {
            case null -> Optional.of(name + " is missing");
            case Optional<?> optional -> optional.flatMap(inner -> gap(inner, name));
            case Collection<?> all -> all.stream().flatMap(one -> gap(one, name).stream()).findFirst();
            case Map<?, ?> map -> gap(map.values(), name);
            case Record record -> COMPONENTS.get(record.getClass()).stream()
                    .flatMap(part -> gap(part(record, part), part.getName()).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessor of a record of ours is public", e);
        }
    }
}
