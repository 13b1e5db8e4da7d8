package dev.wingman.client.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.wingman.client.Instruction;

/// The file that `check` and `submit` take.
final class InstructionFile {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an instruction: .json, .md or .txt; - reads standard input")
    private String file = "";

    Instruction read() {
        try {
            return Instruction.named(file, file.equals("-") ? all(System.in) : Files.readString(Path.of(file)));
        } catch (IOException e) {
            if (spec == null) {
                throw new IllegalStateException("picocli sets the command before it runs it", e);
            }
            throw new ParameterException(spec.commandLine(), "the file " + file + " cannot be read", e);
        }
    }

    private static String all(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
}
