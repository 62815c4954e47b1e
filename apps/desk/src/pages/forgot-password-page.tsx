export { ForgotPasswordForm as Component } from '../features/identity/forgot-password-form.tsx'
