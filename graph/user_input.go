package graph

import (
	"github.com/google/uuid"

	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func userPatch(in model.UserUpdateInput) directory.UserPatch {
	return directory.UserPatch{
		ExpectedVersion: in.ExpectedVersion.Value(),
		FirstName:       field(in.FirstName), LastName: field(in.LastName), DisplayName: field(in.DisplayName),
		Phone: field(in.Phone), Timezone: field(in.Timezone), Locale: field(in.Locale), ExternalID: field(in.ExternalID),
		AvatarURL: field(in.AvatarURL), UserType: field(in.UserType),
	}
}

func userCreation(in model.UserCreateInput) directory.UserCreation {
	out := directory.UserCreation{
		OrganizationID: keyOf(organizationPrefix, in.PrimaryTenant), Mode: directory.CredentialMode(in.CredentialMode),
		Message: in.Message.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
		User: directory.NewUser{
			NewInvitation: directory.NewInvitation{
				Email: in.Email, FirstName: in.FirstName.Value(), LastName: in.LastName.Value(),
				ResellerRole: in.ResellerRole.Value(), UserType: in.UserType.Value(),
				RoleIDs: keysOf(rolePrefix, in.RoleIds.Value()), Modules: in.Modules.Value(),
				SubAccountIDs: keysOf(organizationPrefix, in.SubAccountIds.Value()),
			},
			DisplayName: in.DisplayName.Value(), Phone: in.Phone.Value(), ExternalID: in.ExternalID.Value(),
			Timezone: in.Timezone.Value(), Locale: in.Locale.Value(), AvatarURL: in.AvatarURL.Value(),
		},
	}
	if access := in.Access.Value(); access != nil {
		out.User.Access = *access
	}
	return out
}

func userCreatePayload(made directory.CreatedUser, err error) (*model.UserSecretPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.UserSecretPayload{User: made.User, Errors: errs}
	if made.Password != "" {
		out.TemporaryPassword = &made.Password
	}
	return out, nil
}

func suspension(in model.UserSuspendInput) directory.Suspension {
	return directory.Suspension{
		Motive: in.Motive.Value(), Reason: in.Reason.Value(), Until: in.Until.Value(), ExpectedVersion: in.ExpectedVersion.Value(),
	}
}

func deletion(in model.UserDeleteInput) directory.Deletion {
	return directory.Deletion{
		ConfirmEmail: in.ConfirmEmail, Reason: in.Reason.Value(), ExpectedVersion: in.ExpectedVersion.Value(),
	}
}

func userDeletePayload(id string, err error) (*model.UserDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.UserDeletePayload{Errors: errs}, err)
	}
	return &model.UserDeletePayload{DeletedID: &id, Errors: errs}, nil
}

// publicID prints a key for a nullable field.
func publicID(prefix string, key uuid.UUID) *string {
	id := schema.GlobalID(prefix, key)
	return &id
}
