package org.gongshi.survey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path folder;

    @Test
    void a_running_server_does_what_its_operator_asks() throws IOException {
        DataFolder data = files(folder).folder();
        try (SurveyRound round = round(folder);
                ControlServer server = ControlServer.start(data, round)) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.socket())))
                    .isEqualTo("rw-------");
            Operations remote = ControlClient.find(data).orElseThrow();
            remote.open();
            MintedBatch batch = remote.mint(new MintOrder(EAST_PARENTS, Optional.of("第一小学"), 3_000));
            assertThat(batch.codes()).hasSize(3_000);
            send(round.intake(), parent(nonce(), batch.codes().get(0)));
            send(round.intake(), openLink(nonce()));
            assertThat(remote.report()).isEqualTo(round.report());
            assertThat(remote.voidBatch(batch.number())).isEqualTo(2_999);
            assertThatThrownBy(remote::open).isInstanceOf(RoundFault.class).hasMessageContaining("不能再次开启");
            remote.closeSurvey();
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(send(round.intake(), openLink(nonce()))).isEqualTo(new Reply.NotOpen(true));
            remote.markReleased();
            assertThat(remote.report().state()).isEqualTo(RoundState.RELEASED);
        }
        assertThat(data.socket()).doesNotExist();
        assertThat(ControlClient.find(data)).isEmpty();
    }

    @Test
    void a_long_path_gets_its_socket_elsewhere() throws IOException {
        Path deep = folder.resolve("很长的目录名".repeat(8));
        Files.createDirectories(deep);
        DataFolder data = files(deep).folder();
        try (SurveyRound round = round(deep);
                ControlServer server = ControlServer.start(data, round)) {
            assertThat(server).isNotNull();
            assertThat(data.socket()).doesNotExist();
            assertThat(ControlClient.find(data).orElseThrow().report()).isEqualTo(round.report());
        }
        assertThat(data.root().resolve("control.path")).doesNotExist();
    }

    @Test
    void what_a_killed_server_left_is_no_server_and_is_replaced() throws IOException {
        DataFolder data = files(folder).folder();
        try (SurveyRound round = round(folder)) {
            try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                dead.bind(UnixDomainSocketAddress.of(data.socket()));
            }
            assertThat(data.socket()).exists();
            assertThat(ControlClient.find(data)).isEmpty();
            try (ControlServer server = ControlServer.start(data, round)) {
                assertThat(server).isNotNull();
                assertThat(ControlClient.find(data)).isPresent();
            }
        }
    }

    @Test
    void nonsense_on_the_socket_is_answered_and_the_server_stays() throws IOException {
        DataFolder data = files(folder).folder();
        try (SurveyRound round = round(folder);
                ControlServer server = ControlServer.start(data, round)) {
            assertThat(server).isNotNull();
            for (String line : new String[] {
                "not json\n", "[]\n", "{}\n", "{\"verb\":\"DROP\"}\n", "{\"verb\":\"MINT\",\"order\":{}}\n"
            }) {
                try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(data.socket()))) {
                    channel.write(ByteBuffer.wrap(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                    assertThat(Wire.texts(Lines.receive(channel), "faults")).hasSize(1);
                }
            }
            assertThat(ControlClient.find(data).orElseThrow().report().state()).isEqualTo(RoundState.PREPARED);
        }
    }
}
