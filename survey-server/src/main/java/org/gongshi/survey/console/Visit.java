package org.gongshi.survey.console;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.office.Session;

/** A request with who makes it. */
final class Visit {
    private final Request request;
    private final Optional<Session> session;
    private final Optional<Person> person;

    Visit(Request request, Optional<Session> session, Optional<Person> person) {
        this.request = Objects.requireNonNull(request, "request");
        this.session = Objects.requireNonNull(session, "session");
        this.person = Objects.requireNonNull(person, "person");
    }

    Request request() {
        return request;
    }

    Optional<Session> maybeSession() {
        return session;
    }

    Optional<Person> maybePerson() {
        return person;
    }

    /** Of a route that asks for an action: somebody is signed in. */
    Session session() {
        return session.orElseThrow();
    }

    Person person() {
        return person.orElseThrow();
    }

    boolean may(Action action) {
        return person.filter(one -> one.role().may(action)).isPresent();
    }

    String text(String field) {
        return request.text(field);
    }

    boolean isSure() {
        return request.text("sure").equals("yes");
    }
}
