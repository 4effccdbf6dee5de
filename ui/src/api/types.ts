import type { components } from "./schema";

type Schemas = components["schemas"];

export type Session = Schemas["Session"];
export type Role = Schemas["Role"];
export type TalentRef = Schemas["TalentRef"];
export type Talent = Schemas["Talent"];
export type TalentDetail = Schemas["TalentDetail"];
export type AccountRef = Schemas["AccountRef"];
export type Account = Schemas["Account"];
export type Variant = Schemas["Variant"];
export type VariantState = Schemas["VariantState"];
export type VariantAction = Schemas["VariantAction"];
export type VariantEdit = Schemas["VariantEdit"];
export type Attempt = Schemas["Attempt"];
export type Media = Schemas["Media"];
export type Content = Schemas["Content"];
export type Limits = Schemas["Limits"];
export type Upload = Schemas["Upload"];
export type NewPostRequest = Schemas["NewPostRequest"];
export type PostRequest = Schemas["PostRequest"];
export type Activity = Schemas["Activity"];
export type Overview = Schemas["Overview"];
export type Care = Schemas["Care"];
export type Problem = Schemas["Problem"];
export type FieldError = Schemas["FieldError"];
