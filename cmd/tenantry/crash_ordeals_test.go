package main

import (
	"fmt"
	"regexp"

	"github.com/lib/pq"
)

// subjects is how many an ordeal has in store; it ends with far fewer.
const subjects = 60

// Two people are invited at once, with a module each.
func invitingOrdeal(c *crash) *ordeal {
	org := harborID(c)
	people := func(n int) []string {
		return []string{fmt.Sprintf("first.%d@harbor.test", n), fmt.Sprintf("second.%d@harbor.test", n)}
	}
	outcome := func(answer map[string]any, want string) bool {
		for i := range 2 {
			if dig(answer, "invitationsCreate", "results", i, "outcome") != want {
				return false
			}
		}
		return true
	}
	return &ordeal{
		do: func(n int) request {
			p := people(n)
			return request{`mutation($org: ID!, $a: String!, $b: String!, $key: String!) { invitationsCreate(input: {organizationId: $org,
				items: [{email: $a, userType: AGENT, modules: ["CONTACTS"]}, {email: $b, userType: VIEWER, modules: ["CAMPAIGNS"]}],
				idempotencyKey: $key}) { results { email outcome invitation { id status user { email status } } } errors { code message path } } }`,
				map[string]any{"org": org, "a": p[0], "b": p[1], "key": fmt.Sprintf("crash %d", n)}}
		},
		state: func(n int) (string, []any) {
			return `WITH u AS (SELECT * FROM users WHERE email_key = ANY($1)), i AS (SELECT * FROM invitations WHERE email_key = ANY($1))
				SELECT ARRAY[
					(SELECT count(*) FROM u WHERE status = 'PENDING'),
					(SELECT count(*) FROM memberships WHERE user_id IN (SELECT id FROM u) AND joined_at IS NULL),
					(SELECT count(*) FROM module_grants g JOIN memberships m ON m.id = g.membership_id WHERE m.user_id IN (SELECT id FROM u)),
					(SELECT count(*) FROM login_directories WHERE email_key = ANY($1)),
					(SELECT count(*) FROM i WHERE status = 'PENDING'),
					(SELECT count(*) FROM audit_events WHERE action = 'invitation.created' AND target_name = ANY($1)),
					(SELECT count(*) FROM idempotency_records WHERE key = $2),
					(SELECT count(*) FROM river_job WHERE kind = 'mail_invitation' AND args->>'invitation_id' IN (SELECT id::text FROM i)),
					(SELECT count(*) FROM river_job WHERE kind = 'mail_invitation' AND NOT EXISTS
						(SELECT FROM invitations x WHERE x.id::text = args->>'invitation_id'))]::text`,
				[]any{pq.Array(people(n)), fmt.Sprintf("crash %d", n)}
		},
		before:     "{0,0,0,0,0,0,0,0,0}",
		after:      "{2,2,2,2,2,2,1,2,0}",
		done:       func(answer map[string]any) bool { return outcome(answer, "INVITED") },
		again:      func(answer map[string]any) bool { return outcome(answer, "INVITED") }, // by the key
		recipients: people,
	}
}

// Somebody follows the link of his mail.
func acceptingOrdeal(c *crash) *ordeal {
	person := func(n int) string { return fmt.Sprintf("guest.%d@harbor.test", n) }
	var items []map[string]any
	for n := range subjects {
		items = append(items, map[string]any{"email": person(n), "userType": "AGENT"})
	}
	_, err := c.send(request{`mutation($org: ID!, $items: [InvitationItemInput!]!) {
		invitationsCreate(input: {organizationId: $org, items: $items}) { errors { code } } }`,
		map[string]any{"org": harborID(c), "items": items}})
	if err != nil {
		c.t.Fatal(err)
	}
	c.awaitJobs()
	stored, err := c.mailbox.List(1000)
	if err != nil {
		c.t.Fatal(err)
	}
	tokens := map[string]string{}
	for _, m := range stored {
		tokens[m.Message.To] = regexp.MustCompile(`tnti_[\w-]+`).FindString(m.Message.Text)
	}
	return &ordeal{
		do: func(n int) request {
			return request{`mutation($token: String!) { invitationAccept(input: {token: $token, password: "a long and quiet river",
				firstName: "Some", lastName: "Guest", acceptedTermsVersion: "1"}) { userId email errors { code message path } } }`,
				map[string]any{"token": tokens[person(n)]}}
		},
		state: func(n int) (string, []any) {
			return `WITH u AS (SELECT * FROM users WHERE email_key = $1), i AS (SELECT * FROM invitations WHERE email_key = $1)
				SELECT ARRAY[
					(SELECT count(*) FROM u WHERE status = 'ACTIVE' AND password_hash IS NOT NULL AND terms_accepted_at IS NOT NULL AND first_name = 'Some'),
					(SELECT count(*) FROM memberships WHERE user_id IN (SELECT id FROM u) AND joined_at IS NOT NULL),
					(SELECT count(*) FROM i WHERE status = 'ACCEPTED' AND accepted_at IS NOT NULL),
					(SELECT count(*) FROM audit_events WHERE action = 'invitation.accepted' AND target_id IN (SELECT id FROM i)),
					(SELECT count(*) FROM audit_events WHERE action = 'user.activated' AND target_id IN (SELECT id FROM u))]::text`,
				[]any{person(n)}
		},
		before: "{0,0,0,0,0}",
		after:  "{1,1,1,1,1}",
		done:   func(answer map[string]any) bool { return dig(answer, "invitationAccept", "userId") != nil },
		again: func(answer map[string]any) bool {
			return dig(answer, "invitationAccept", "userId") == nil && dig(answer, "invitationAccept", "errors", 0, "code") == "TOKEN_INVALID"
		},
		recipients: func(int) []string { return nil }, // nobody is told
	}
}

// Somebody with an open session is suspended.
func suspendingOrdeal(c *crash) *ordeal {
	c.exec(`INSERT INTO users (id, reseller_id, account_id, organization_id, created_at, updated_at, email, email_key,
			display_name, sort_name, search_text, user_type, status)
		SELECT gen_random_uuid(), reseller_id, account_id, id, now(), now(), e, e, e, e, e, 'AGENT', 'ACTIVE'
		FROM organizations, generate_series(1, $1) n, LATERAL (SELECT 'victim.' || n || '@harbor.test' e) e
		WHERE name = $2`, subjects, harborHotels)
	c.exec(`INSERT INTO sessions (id, reseller_id, account_id, user_id, created_at, last_seen_at, proven_at, expires_at, token_hash)
		SELECT gen_random_uuid(), reseller_id, account_id, id, now(), now(), now(), now() + interval '1 hour', sha256(email::bytea)
		FROM users WHERE email LIKE 'victim.%'`)
	person := func(n int) string { return fmt.Sprintf("victim.%d@harbor.test", n) }
	ids := map[string]any{}
	data := ask(c.t, c.main, c.token, `{ users(first: 100, where: {email: {startsWith: "victim."}}) { nodes { id email } } }`, nil)
	nodes, _ := at(c.t, data, "users", "nodes").([]any)
	for i := range nodes {
		ids[at(c.t, nodes, i, "email").(string)] = at(c.t, nodes, i, "id")
	}
	return &ordeal{
		do: func(n int) request {
			return request{`mutation($id: ID!) { userSuspend(id: $id, input: {motive: ON_LEAVE, reason: "Back in spring"}) {
				user { status suspension { motive } } errors { code message path } } }`, map[string]any{"id": ids[person(n)]}}
		},
		state: func(n int) (string, []any) {
			return `WITH u AS (SELECT * FROM users WHERE email_key = $1)
				SELECT ARRAY[
					(SELECT count(*) FROM u WHERE status = 'SUSPENDED' AND suspended_at IS NOT NULL AND suspension_motive = 'ON_LEAVE'),
					(SELECT count(*) FROM sessions WHERE user_id IN (SELECT id FROM u) AND revoked_at IS NOT NULL),
					(SELECT count(*) FROM audit_events WHERE action = 'user.suspended' AND target_id IN (SELECT id FROM u)),
					(SELECT count(*) FROM audit_events WHERE action = 'session.revoked' AND target_id IN
						(SELECT id FROM sessions WHERE user_id IN (SELECT id FROM u))),
					(SELECT count(*) FROM river_job WHERE kind = 'mail_suspended' AND args->>'user_id' IN (SELECT id::text FROM u))]::text`,
				[]any{person(n)}
		},
		before: "{0,0,0,0,0}",
		after:  "{1,1,1,1,1}",
		done:   func(answer map[string]any) bool { return dig(answer, "userSuspend", "user", "status") == "SUSPENDED" },
		again: func(answer map[string]any) bool {
			return dig(answer, "userSuspend", "errors", 0, "code") == "WRONG_STATE"
		},
		recipients: func(n int) []string { return []string{person(n)} },
	}
}

// dig follows a path into an answer that may be shorter; it is nil then.
func dig(v any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			object, _ := v.(map[string]any)
			v = object[step]
		case int:
			list, _ := v.([]any)
			if step >= len(list) {
				return nil
			}
			v = list[step]
		}
	}
	return v
}

// harborID is the organization that is invited into.
func harborID(c *crash) any {
	return at(c.t, ask(c.t, c.main, c.token, `{ viewer { organization { id } } }`, nil), "viewer", "organization", "id")
}
