// Package wechat has the shapes of the platform's own interfaces for basic info, so that
// a third-party platform (第三方平台) checks what it is about to send, and reads what
// comes back in the terms of this library:
//
//   - requests (SetNickName, SetSignature, ModifyHeadImage, AddCategory) to a
//     validate.Submission: Draft;
//   - a validate.Report to the answers of CheckNickName and MsgSecCheck: NicknameAnswer,
//     TextAnswer;
//   - the platform's error codes to what they mean: Lookup, Explain;
//   - the events wxa_nickname_audit, wxa_category_audit and weapp_audit_…: ParseEvent.
//
// Nothing here calls the platform, and no category ids are carried: they are the
// platform's, change, and are read from its answer to getAllCategories (CategoryTree).
// Events have to be decrypted before they are parsed; ErrEncrypted tells where they
// were not. examples/thirdparty is a whole service on top of this.
package wechat
