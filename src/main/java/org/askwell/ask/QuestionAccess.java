package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import org.askwell.common.Refusal;
import org.askwell.people.Caller;

/** Who may read a question: its asker. Agents read it beside the ticket that it was handed over to, and only there. */
@ApplicationScoped
public class QuestionAccess {

    boolean mayRead(Caller caller, Question question) {
        return question.wasAskedBy(caller.id());
    }

    void requireMayRead(Caller caller, Question question) {
        if (!mayRead(caller, question)) {
            throw Refusal.notFound("question-unknown", question.name());
        }
    }

    /** Rating and handing over are the asker's alone. */
    void requireAsker(Caller caller, Question question) {
        requireMayRead(caller, question);
    }
}
