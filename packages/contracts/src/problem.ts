import { z } from 'zod'
import { refusals, type RefusalCode } from './refusal.ts'

const codes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]

/** The body of every refusal: a problem document (RFC 9457). */
export const Problem = z
  .object({
    type: z
      .string()
      .meta({ description: 'Address of the explanation of the code.', examples: ['/api/docs/problems#case_closed'] }),
    title: z.string().meta({ examples: ['The case is closed'] }),
    status: z.int().meta({ examples: [409] }),
    detail: z
      .string()
      .optional()
      .meta({ examples: ['The case is closed. Reopen it to reply.'] }),
    instance: z.string().meta({
      description: 'The request, as urn:request:<id>.',
      examples: ['urn:request:019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'],
    }),
    code: z.enum(codes).meta({ description: 'Stable code out of one closed table.', examples: ['case_closed'] }),
    requestId: z.string().meta({ examples: ['019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'] }),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          message: z.string(),
          at: z
            .int()
            .optional()
            .meta({ description: 'Where in the text, from 0, in UTF-16 units.', examples: [7] }),
          length: z
            .int()
            .optional()
            .meta({ examples: [4] }),
          expected: z
            .array(z.string())
            .optional()
            .meta({ description: 'What could stand there instead.', examples: [['open']] }),
        }),
      )
      .optional()
      .meta({ description: 'The fields that are wrong, by JSON pointer.', examples: [[]] }),
    missingPermission: z
      .string()
      .optional()
      .meta({ examples: ['case:write'] }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
