package dev.wingman.screening.forbidden;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.re2j.Pattern;

/// Writing to devices, and making or unmaking file systems, partitions and volumes.
final class DiskRule implements Rule {
    private static final Set<String> MAKERS = Set.of("mkfs", "mkfs.ext2", "mkfs.ext3", "mkfs.ext4", "mkfs.xfs",
            "mkfs.btrfs",
            "mkfs.vfat", "mkfs.fat", "mkfs.ntfs", "mke2fs", "mkswap", "wipefs", "blkdiscard", "fdisk", "sfdisk",
            "gdisk", "sgdisk",
            "parted", "shred", "cryptsetup", "lvremove", "vgremove", "pvremove", "diskutil");
    private static final Set<String> WRITERS = Set.of("dd", "tee", "cp", ">", "zpool", "zfs", "format");
    private static final Pattern DEVICE = Pattern
            .compile("/dev/(?:sd|hd|vd|xvd|nvme|mmcblk|disk|mapper/|dm-|md|loop|rdisk).*");

    @Override
    public Set<String> programs() {
        return Stream.concat(MAKERS.stream(), WRITERS.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void judge(Command command, Consumer<Found> found) {
        offence(command).ifPresent(word -> found.accept(Action.DISK.from(command.program(), word)));
    }

    private static Optional<Word> offence(Command command) {
        return switch (command.name()) {
            case "dd" -> command.first(word -> word.lower().startsWith("of=") && isDevice(word.text().substring(3)));
            case "tee", "cp" -> command.first(word -> isDevice(word.text()));
            case ">" -> command.arguments().stream().filter(word -> !word.text().equals(">")).limit(1)
                    .filter(word -> isDevice(word.text())).findFirst();
            case "zpool", "zfs" -> command.first(word -> word.lower().equals("destroy"));
            case "format" -> command.first(word -> word.lower().matches("[a-z]:"));
            case "fdisk", "sfdisk", "gdisk", "parted" -> command.first(word -> word.text().equals("-l")).isPresent()
                    ? Optional.empty()
                    : command.first(word -> isDevice(word.text()));
            default -> command.first(word -> word.isFlag() || word.text().contains("/"));
        };
    }

    private static boolean isDevice(String text) {
        return DEVICE.matches(text);
    }
}
