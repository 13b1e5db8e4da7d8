package dev.wingman.gatekeeper.http;

import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

import dev.wingman.gatekeeper.Growth;

/// JSON bodies that grow from whole and odd ones towards code that none has reached yet.
class DraftsFuzz {

    @MethodSource("seeds")
    @FuzzTest
    void readsOrRefusesWhateverBody(@NotNull @WithUtf8Length(max = 4096) String text) {
        Bodies.judge(text);
        Growth.assertLinear(text, Bodies::judge);
    }

    static Stream<String> seeds() {
        return Bodies.odd();
    }
}
