package dev.wingman.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.wingman.contracts.Service;
import dev.wingman.local.keys.Keys;
import dev.wingman.local.parts.Account;
import dev.wingman.local.parts.BrokerUsers;
import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.KafkaBroker;
import dev.wingman.local.parts.PostgresServer;
import dev.wingman.local.parts.Programs;
import dev.wingman.local.parts.RedisServer;
import dev.wingman.local.parts.Starter;
import dev.wingman.local.parts.Together;
import dev.wingman.local.parts.TopicTable;
import dev.wingman.local.parts.Topology;

/// What a stack consists of: the parts with their passwords, and how each service is run.
record Blueprint(StateFolder state, PortPlan ports, Custody custody, Applications applications, Programs programs,
        StartCaches caches, Secrets secrets, Map<String, String> telegram, Holding holding) {

    /// Starts the parts and makes what is in them: topics, rights, roles and schemas, brought to what they shall be. The
    /// issuer's key takes as long to make as a part to start.
    void raiseParts(Starter starter) {
        Together.run(List.of(() -> raiseBroker(starter), () -> raiseDatabase(starter), () -> starter.start(redis()),
                this::makeKeys));
    }

    private void raiseBroker(Starter starter) {
        var broker = kafka(applications.readableClassPath(), caches.option(StartCaches.KAFKA));
        starter.start(broker);
        var topology = new Topology(broker.administration());
        topology.createTopics(TopicTable.wanted());
        topology.grant(TopicTable.rights());
    }

    private void raiseDatabase(Starter starter) {
        var database = postgres();
        starter.start(database);
        database.createDatabase();
        for (var service : Service.values()) {
            database.createRole(PostgresServer.roleOf(service.folder()), secrets.of("postgres/" + service.folder()));
        }
    }

    Keys keys() {
        return new Keys(state.root());
    }

    private void makeKeys() {
        keys().makeIssuer();
        for (var service : Service.values()) {
            keys().makeSigningKey(service.folder(), custody.of(service.folder()));
        }
    }

    /// Writes a service's settings and says how it is started.
    Daemon.Order order(Service service) {
        var name = service.folder();
        var account = account(service);
        StateFolder.folder(state.root().resolve("run"));
        var folder = account.privateFolder(state.run(name));
        account.privateFolder(folder.resolve("config"));
        account.privateFolder(folder.resolve("tmp"));
        var settings = new ServiceSettings(ports, keys(), secrets, kafka("", Optional.empty()), postgres(), redis(),
                holding).of(service);
        account.privateFile(folder.resolve("config").resolve("application.properties"), settings);
        return new Daemon.Order(command(name, applications.readable(name), folder), folder,
                state.processes().resolve(name + ".log"), environment(service), account);
    }

    /// Only the gateway is in the group of the Docker socket.
    private Account account(Service service) {
        var own = custody.of(service.folder());
        return service == Service.EXECUTION ? holding.gateway(own) : own;
    }

    private List<String> command(String name, Path application, Path folder) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        caches.option(name).ifPresent(command::add);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-jar",
                application.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private Map<String, String> environment(Service service) {
        return service == Service.NOTIFIER ? telegram : Map.of();
    }

    private KafkaBroker kafka(String classPath, Optional<String> startOption) {
        var passwords = Arrays.stream(Service.values())
                .collect(Collectors.toMap(Service::folder, service -> secrets.of("kafka/" + service.folder())));
        var users = new BrokerUsers(secrets.of("kafka/" + BrokerUsers.ADMINISTRATOR), passwords);
        return new KafkaBroker(classPath, state.run("kafka"), ports.kafka(), ports.controller(), Optional.of(users),
                custody.of("kafka"), startOption);
    }

    PostgresServer postgres() {
        return new PostgresServer(programs, state.run("postgres"), ports.postgres(),
                secrets.of("postgres"), custody.of("postgres"), PostgresServer.Durability.DISK);
    }

    private RedisServer redis() {
        return new RedisServer(programs, state.run("redis"), ports.redis(), secrets.of("redis"),
                custody.of("redis"));
    }
}
