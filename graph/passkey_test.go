package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/descope/virtualwebauthn"
)

// A browser registers a passkey, signs in with it alone and after a password,
// and proves with it who is there.
func TestPasskeyThroughTheAPI(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	rp := virtualwebauthn.RelyingParty{ID: "portal.test", Origin: "https://portal.test"}
	phone, key := virtualwebauthn.NewAuthenticator(), virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)

	ask := func(as, query string, variables map[string]any, into any) {
		t.Helper()
		w := a.do(as, query, variables)
		answer := struct {
			Errors []any
			Data   any
		}{Data: into}
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 {
			t.Fatalf("%s: %v: %s", query, err, w.Body)
		}
	}
	type question struct {
		Token   string
		Options json.RawMessage
	}
	shown := func(options json.RawMessage) json.RawMessage {
		t.Helper()
		parsed, err := virtualwebauthn.ParseAssertionOptions(string(options))
		if err != nil {
			t.Fatal(err)
		}
		key.Counter++
		return json.RawMessage(virtualwebauthn.CreateAssertionResponse(rp, phone, key, *parsed))
	}

	var begun struct{ PasskeyRegistrationBegin question }
	ask("agent", `mutation { passkeyRegistrationBegin { token options } }`, nil, &begun)
	creation, err := virtualwebauthn.ParseAttestationOptions(string(begun.PasskeyRegistrationBegin.Options))
	if err != nil {
		t.Fatal(err)
	}
	if creation.RelyingPartyName == "" || creation.UserName != "agent@harbor.test" {
		t.Errorf("made for %+v", creation)
	}
	phone.Options.UserHandle = []byte(creation.UserID)
	var registered struct {
		PasskeyRegister struct {
			TwoFactor struct {
				Enabled  bool
				Passkeys []struct{ ID, Name string }
			}
			RecoveryCodes []string
		}
	}
	ask("agent", `mutation($input: PasskeyRegisterInput!) { passkeyRegister(input: $input) {
		twoFactor { enabled passkeys { id name } } recoveryCodes } }`, map[string]any{"input": map[string]any{
		"token":      begun.PasskeyRegistrationBegin.Token,
		"credential": json.RawMessage(virtualwebauthn.CreateAttestationResponse(rp, phone, key, *creation)),
	}}, &registered)
	made := registered.PasskeyRegister
	if !made.TwoFactor.Enabled || len(made.RecoveryCodes) != 10 || len(made.TwoFactor.Passkeys) != 1 || made.TwoFactor.Passkeys[0].Name != "Firefox on Windows" {
		t.Fatalf("registered: %+v", made)
	}

	const answering = `mutation($input: SessionChallengeAnswerInput!) { sessionChallengeAnswer(input: $input) {
		session { twoFactor user { email } } token errors { code } } }`
	type opened struct {
		SessionChallengeAnswer struct {
			Session struct {
				TwoFactor bool
				User      struct{ Email string }
			}
			Token string
		}
	}
	var alone struct{ SessionPasskeyBegin question }
	ask("anonymous", `mutation { sessionPasskeyBegin { token options } }`, nil, &alone)
	var first opened
	ask("anonymous", answering, map[string]any{"input": map[string]any{
		"token": alone.SessionPasskeyBegin.Token, "passkey": shown(alone.SessionPasskeyBegin.Options), "bearer": true,
	}}, &first)
	if got := first.SessionChallengeAnswer; !got.Session.TwoFactor || got.Session.User.Email != "agent@harbor.test" || got.Token == "" {
		t.Fatalf("alone: %+v", got)
	}

	var challenged struct {
		SessionCreate struct {
			Challenge struct {
				Kind, Token    string
				PasskeyOptions json.RawMessage
			}
		}
	}
	ask("anonymous", `mutation { sessionCreate(input: {email: "agent@harbor.test", password: "a long walk by the river"}) {
		challenge { kind token passkeyOptions } } }`, nil, &challenged)
	c := challenged.SessionCreate.Challenge
	if c.Kind != "PASSKEY" {
		t.Fatalf("challenge: %+v", c)
	}
	var second opened
	ask("anonymous", answering, map[string]any{"input": map[string]any{"token": c.Token, "passkey": shown(c.PasskeyOptions), "bearer": true}}, &second)
	if second.SessionChallengeAnswer.Token == "" {
		t.Fatalf("after the password: %+v", second)
	}

	bearer := "bearer " + second.SessionChallengeAnswer.Token
	var stepping struct{ SessionStepUpPasskeyBegin question }
	ask(bearer, `mutation { sessionStepUpPasskeyBegin { token options } }`, nil, &stepping)
	var proven struct {
		SessionStepUp struct{ Session struct{ ProvenUntil string } }
	}
	ask(bearer, `mutation($input: SessionStepUpInput!) { sessionStepUp(input: $input) { session { provenUntil } errors { code } } }`,
		map[string]any{"input": map[string]any{"passkey": map[string]any{
			"token": stepping.SessionStepUpPasskeyBegin.Token, "credential": shown(stepping.SessionStepUpPasskeyBegin.Options),
		}}}, &proven)
	if proven.SessionStepUp.Session.ProvenUntil != "2026-03-02T09:40:00.000Z" {
		t.Errorf("step-up: %+v", proven)
	}

	var removed struct {
		PasskeyRename struct {
			TwoFactor struct{ Passkeys []struct{ Name string } }
		}
		PasskeyRemove struct{ TwoFactor struct{ Enabled bool } }
	}
	ask(bearer, `mutation($id: ID!) { passkeyRename(id: $id, name: "Phone") { twoFactor { passkeys { name } } } passkeyRemove(id: $id) { twoFactor { enabled } } }`,
		map[string]any{"id": made.TwoFactor.Passkeys[0].ID}, &removed)
	if len(removed.PasskeyRename.TwoFactor.Passkeys) != 1 || removed.PasskeyRename.TwoFactor.Passkeys[0].Name != "Phone" || removed.PasskeyRemove.TwoFactor.Enabled {
		t.Errorf("removed: %+v", removed)
	}
}
