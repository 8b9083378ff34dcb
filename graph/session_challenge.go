package graph

import (
	"context"

	"tenantry/graph/model"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

// challengeOf shows what is still missing before a session opens; nil when
// nothing is.
func challengeOf(c *session.Challenge) *model.SessionChallenge {
	if c == nil {
		return nil
	}
	return &model.SessionChallenge{
		Kind: model.SessionChallengeKind(c.Kind), Token: c.Token, ExpiresAt: c.ExpiresAt,
		PasskeyOptions: c.PasskeyOptions, Totp: enrollmentOf(c.TOTP),
	}
}

func enrollmentOf(e *session.Enrollment) *model.TotpEnrollment {
	if e == nil {
		return nil
	}
	return &model.TotpEnrollment{Secret: e.Secret, URI: e.URI, QRCode: e.QRCode}
}

func challengeAnswer(ctx context.Context, in model.SessionChallengeAnswerInput) session.Answer {
	info := request.FromContext(ctx)
	return session.Answer{
		Token: in.Token, Code: textOf(in.Code.Value()), RecoveryCode: textOf(in.RecoveryCode.Value()),
		Passkey: in.Passkey.Value(), NewPassword: in.NewPassword.Value(), IP: info.IP, UserAgent: info.UserAgent,
	}
}

func stepUpInput(ctx context.Context, in model.SessionStepUpInput) session.StepUp {
	out := session.StepUp{Password: in.Password.Value(), Code: textOf(in.Code.Value()), IP: request.FromContext(ctx).IP}
	if p := in.Passkey.Value(); p != nil {
		out.PasskeyToken, out.Passkey = p.Token, p.Credential
	}
	return out
}

func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func passkeyQuestion(q *session.PasskeyQuestion, err error) (*model.SessionPasskeyPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.SessionPasskeyPayload{Errors: errs}
	if q != nil {
		out.Token, out.Options = &q.Token, q.Options
	}
	return out, nil
}
